using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Tables;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Records;

/// <summary>
/// What was observed of the world of a scenario, month by month beside its results, and up to which month the world was fitted
/// to it. A world without a table of observations, or with a broken one, has no record.
/// </summary>
public sealed class RecordedMonths
{
    private readonly ObservedRecord? _record;
    private readonly IEnsemble _shape;

    private RecordedMonths(IEnsemble shape, int? lastFitted, ObservedRecord? record) => (_shape, LastFitted, _record) = (shape, lastFitted, record);

    /// <summary>Last month that the parameters were fitted to; null when they were not fitted to observations.</summary>
    public int? LastFitted { get; }

    /// <summary>Reads the record of the world of a scenario.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="ensemble">Results of it; they say which months and series there are.</param>
    public static RecordedMonths Of(CompiledScenario compiled, IEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(ensemble);

        // A record that cannot be read is no reason to hold back a result; the page of backtests says what is wrong with it.
        return new RecordedMonths(ensemble, compiled.Scenario.Posterior?.Window?.Last, ObservedRecord.Of(compiled, new DiagnosticBag()));
    }

    /// <summary>
    /// Observed values of the months of the results, not-a-number where there is none; null when no month was observed or what
    /// was counted is not what the indicator measures.
    /// </summary>
    public double[]? Monthly(IndicatorName name) => By(name, ReportStep.Month);

    /// <summary>The same by month or quarter: what is counted by quarter says nothing of a month, and nothing is counted by the week of a model.</summary>
    /// <param name="name">The indicator.</param>
    /// <param name="step">Length of a period.</param>
    public double[]? By(IndicatorName name, ReportStep step)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = _shape.Series.Select(s => s.Key)
            .Where(k => k.Variable == name.Variable && k.Nationality == name.Nationality && (name.Where is null || k.Where == name.Where)).ToHashSet();
        if (keys.Count == 0 || _record?.Series.FirstOrDefault(s => keys.SetEquals(s.Keys)) is not { } series)
        {
            return null;
        }

        if (step == ReportStep.Week || (step == ReportStep.Month && series is { Step: ReportStep.Quarter, IsLevel: false }))
        {
            return null;
        }

        // A quarter stands at its last month, as a level does.
        var isAtEnd = series.IsLevel || series.Step == ReportStep.Quarter;
        var values = new ReportedPeriods(step, _shape.FirstMonth, _shape.Months).Fold(_record.Table.Values(series.Name, _shape.FirstMonth, _shape.Months), isFlow: !isAtEnd);
        return values.Any(double.IsFinite) ? values : null;
    }

    /// <summary>How often the observed months of the headline lie in the 90 % interval of an ensemble.</summary>
    /// <param name="ensemble">Results with the months and series of those the record was read for.</param>
    public RecordQuality Quality(IEnsemble ensemble)
    {
        var reader = new IndicatorReader(ensemble);
        var months =
            from headline in Headline.Of(ensemble)
            where Indicator.KindOf(headline.Name.Row.Unit) == SeriesKind.Flow
            let observed = Monthly(headline.Name)
            where observed is not null
            let monthly = reader.Monthly(headline.Name)
            from month in Enumerable.Range(0, Math.Min(observed.Length, ensemble.Months))
            where double.IsFinite(observed[month])
            let band = Quantiles.Interval(Quantiles.WithoutNaN(monthly.Select(r => r[month]).ToArray()))
            select (IsFitted: _shape.FirstMonth + month <= (LastFitted ?? int.MinValue), IsInside: observed[month] >= band.Lower && observed[month] <= band.Upper);
        var all = months.ToArray();
        return new RecordQuality(
            all.Count(m => m.IsFitted), all.Count(m => m is { IsFitted: true, IsInside: true }), all.Count(m => !m.IsFitted), all.Count(m => m is { IsFitted: false, IsInside: true }));
    }
}

/// <summary>How often what was observed lies in the 90 % interval of a result: series times months.</summary>
/// <param name="Fitted">Observed months that the world was fitted to.</param>
/// <param name="FittedInside">Those inside the interval.</param>
/// <param name="Later">Observed months that it was not fitted to.</param>
/// <param name="LaterInside">Those inside the interval.</param>
public sealed record RecordQuality(int Fitted, int FittedInside, int Later, int LaterInside)
{
    /// <summary>One sentence.</summary>
    public string Words => (Fitted, Later) switch
    {
        (0, 0) => "There are no data for these months, so the totals cannot be checked.",
        (0, _) => Invariant($"Of {Later} observed monthly figures, none of them used in the fit, {LaterInside} lie in the 90% interval, where about {Expected(Later)} should."),
        (_, 0) => Invariant($"Of {Fitted} observed monthly figures that the model is fitted to, {FittedInside} lie in the 90% interval, where about {Expected(Fitted)} should."),
        _ => Invariant($"Of {Fitted} observed monthly figures that the model is fitted to, {FittedInside} lie in the 90% interval, where about {Expected(Fitted)} should; of {Later} others, {LaterInside}, where about {Expected(Later)} should."),
    };

    private static double Expected(int months) => Math.Round(0.9 * months);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
