using System.Globalization;
using CorridorSim.Model.Engine;

namespace CorridorSim.Analysis.Effects;

/// <summary>
/// Compares two ensembles whose replicates are paired: the same seed gives replicate k the same random draws in both. Ensembles with
/// different seeds are not compared, for their differences would be luck as well as policy.
/// </summary>
/// <param name="baseline">The base.</param>
/// <param name="other">The other.</param>
public sealed class Comparison(IEnsemble baseline, IEnsemble other)
{
    private readonly IndicatorReader _base = new(baseline);
    private readonly IndicatorReader _other = new(other);

    /// <summary>What is compared with the base.</summary>
    public IEnsemble Other => other;

    /// <summary>Reads the base.</summary>
    public IndicatorReader ReaderOfBase => _base;

    /// <summary>Reads what is compared with it.</summary>
    public IndicatorReader ReaderOfOther => _other;

    /// <summary>The months that both cover; null when there is none.</summary>
    public Period? Common => Period.Of(baseline).Within(Period.Of(other));

    /// <summary>Why the two cannot be compared, in one line; null when they can.</summary>
    public string? Obstacle =>
        baseline.Seed != other.Seed ? string.Create(
            CultureInfo.InvariantCulture,
            $"'{baseline.Name}' has seed {baseline.Seed} and '{other.Name}' seed {other.Seed}, so their replicates are not paired; run both with one seed")
        : baseline.FirstMonth != other.FirstMonth
            ? $"'{baseline.Name}' covers {Period.Of(baseline)} and '{other.Name}' {Period.Of(other)}; give both the same first month"
        : null;

    /// <summary>Headline indicators that both recorded.</summary>
    public IReadOnlyList<HeadlineIndicator> Headline => [.. Effects.Headline.Of(baseline).Intersect(Effects.Headline.Of(other))];

    /// <summary>Every indicator that both recorded, sums over places included.</summary>
    public IReadOnlyList<IndicatorName> Recorded => [.. RecordedIndicators.WithSums(baseline).Intersect(RecordedIndicators.WithSums(other))];

    /// <summary>The effect on one indicator.</summary>
    /// <param name="name">The indicator.</param>
    /// <param name="period">Months, all common ones unless told.</param>
    /// <param name="words">What to call it; its name unless told.</param>
    /// <exception cref="UnknownIndicatorException">One of the two has not recorded it, or the period is outside.</exception>
    public Effect On(IndicatorName name, Period? period = null, string? words = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var months = period ?? Common ?? throw new UnknownIndicatorException("The two have no month in common.");
        return Effect.Of(Named(_base.Over(name, months)), Named(_other.Over(name, months)));

        IndicatorValues Named(IndicatorValues values) => words is null ? values : values with { Name = words };
    }

    /// <summary>The effects on the headline indicators that both recorded.</summary>
    public IReadOnlyList<Effect> OnHeadline(Period? period = null) => [.. Headline.Select(h => On(h.Name, period, h.Words))];

    /// <summary>Monthly paired differences of an indicator: replicates x months of the common period.</summary>
    /// <exception cref="UnknownIndicatorException">One of the two has not recorded it.</exception>
    public double[][] MonthlyDifferences(IndicatorName name) => DifferencesBy(name, ReportStep.Month);

    /// <summary>Paired differences of an indicator by week, month or quarter: replicates x periods.</summary>
    /// <exception cref="UnknownIndicatorException">One of the two has not recorded it, or not by week.</exception>
    public double[][] DifferencesBy(IndicatorName name, ReportStep step)
    {
        var (before, after) = (_base.By(name, step).Values, _other.By(name, step).Values);
        return [.. before.Zip(after, (b, a) => b.Zip(a, (x, y) => y - x).ToArray())];
    }
}
