using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Reports;

/// <summary>An effect in a sentence with odds.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Effect">The effect.</param>
public sealed record Finding(HeadlineIndicator Indicator, Effect Effect)
{
    /// <summary>Whether it is about a single channel rather than a total, a passage or a border.</summary>
    public bool IsOfChannel => Indicator.Name is { Where: not null, Variable: Indicators.Admissions or Indicators.Queue or Indicators.Wait };

    /// <summary>Median difference over the median of the base; 0 when there is no base to speak of.</summary>
    public double Relative => Math.Abs(BaseMedian) > 0 ? Effect.Summary.Median / Math.Abs(BaseMedian) : Effect.Summary.Median == 0 ? 0 : double.PositiveInfinity;

    /// <summary>Replicates in which the figure is lower than in the base.</summary>
    public int Lower => Pairs.Count(d => d < 0);

    /// <summary>Replicates in which it is higher.</summary>
    public int Higher => Pairs.Count(d => d > 0);

    /// <summary>Median of the base.</summary>
    public double BaseMedian => Effect.BaseMedian;

    /// <summary>True when there is a difference, but its whole interval stays below 0.1 % of the base, or below half a person.</summary>
    public bool IsTiny => Effect.IsTiny;

    /// <summary>How it is told: tiny effects on single channels are gathered, those on totals and passages have their sentence.</summary>
    public FindingKind Kind => Effect.Summary.Verdict == Verdict.ExactlyZero ? FindingKind.Unchanged
        : IsTiny && IsOfChannel ? FindingKind.Tiny
        : FindingKind.Told;

    /// <summary>The odds alone: <c>lower in 61 of 64</c>.</summary>
    public string Odds => Effect.Summary switch
    {
        { Count: 0 } => "no usable replicate",
        { Verdict: Verdict.ExactlyZero } => Invariant($"same in all {Effect.Summary.Count}"),
        _ => Lower >= Higher ? Invariant($"lower in {Lower} of {Effect.Summary.Count}") : Invariant($"higher in {Higher} of {Effect.Summary.Count}"),
    };

    /// <summary>The sentence.</summary>
    /// <param name="baseName">What the base is called.</param>
    public string Sentence(string baseName)
    {
        var (summary, unit) = (Effect.Summary, Effect.Other.Unit);
        if (summary.Count == 0)
        {
            return $"Nothing can be said about {Subject}: no replicate is usable.";
        }

        var size = $"the median difference is {FigureText.Change(summary.Median, unit)} {UnitWords} (90 % interval {FigureText.Change(summary.P05, unit)} to {FigureText.Change(summary.P95, unit)}){RelativeWords}{(IsTiny ? ", next to nothing" : string.Empty)}";
        return summary.Verdict switch
        {
            Verdict.ExactlyZero => Invariant($"In all {summary.Count} replicates {Subject} {Is} exactly as in {baseName}."),
            Verdict.CannotTell => Invariant($"Whether {Subject} {(IsPlural ? "rise or fall" : "rises or falls")} cannot be told: lower than in {baseName} in {Lower} of {summary.Count} replicates, higher in {Higher}; {size}.{MoreWords}"),
            _ => Invariant($"In {Math.Max(Lower, Higher)} of {summary.Count} replicates {Subject} {Is} {(Lower >= Higher ? Less : More)} than in {baseName}; {size}."),
        };
    }

    private IEnumerable<double> Pairs => Effect.Other.Values.Zip(Effect.Base.Values, (o, b) => o - b).Where(double.IsFinite);

    private string Subject => (Indicator.Name.Variable, Indicator.Name.Where) switch
    {
        (Indicators.Admissions, { } channel) => $"admissions through {channel}",
        (Indicators.Admissions, null) => "legal admissions over all channels",
        (Indicators.Queue, { } channel) => $"the queue for {channel} at the end",
        (Indicators.Wait, { } channel) => $"the median wait for {channel}",
        (IndicatorName.LegalShare, _) => "the legal share of arrivals",
        _ => Indicator.Words,
    };

    private bool IsPlural => !Subject.StartsWith("the ", StringComparison.Ordinal);

    private string Is => IsPlural ? "are" : "is";

    private string Less => Indicator.Name.Variable switch
    {
        Indicators.Deaths or Indicators.Protected => "fewer",
        Indicators.Queue or Indicators.Wait => "shorter",
        _ => "lower",
    };

    private string More => Indicator.Name.Variable switch
    {
        Indicators.Deaths or Indicators.Protected => "more",
        Indicators.Queue or Indicators.Wait => "longer",
        _ => "higher",
    };

    private string UnitWords => Effect.Other.Unit == "share" ? "percentage points" : Effect.Other.Unit;

    private string RelativeWords => BaseMedian == 0 || !double.IsFinite(BaseMedian) || Effect.Other.Unit == "share"
        ? string.Empty
        : $", {FigureText.Relative(Effect.Summary.Median / Math.Abs(BaseMedian))} of {FigureText.Level(BaseMedian, Effect.Other.Unit)}";

    private string MoreWords => Effect.Summary.ReplicatesToTell is { } needed and < PairedDifference.MostReplicates && needed > Effect.Summary.Count
        ? Invariant($" About {needed} replicates would settle the sign of the mean.")
        : string.Empty;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
