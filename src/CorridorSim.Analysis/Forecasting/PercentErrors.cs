using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>Mean absolute error in percent of what was observed, at exactly some quarters ahead.</summary>
/// <param name="Series">Observed series.</param>
/// <param name="Quarters">Quarters ahead.</param>
/// <param name="Origins">Forecasts that count.</param>
/// <param name="Errors">Per method, 0.1 for ten percent; not-a-number where it has no forecast.</param>
public sealed record PercentErrors(string Series, int Quarters, int Origins, IReadOnlyDictionary<ForecastMethod, double> Errors)
{
    /// <summary>Quarters ahead at which errors are looked at.</summary>
    public static IReadOnlyList<int> Ahead { get; } = [1, 2, 4, 8];

    /// <summary>Of series that are levels or counted by quarter, all nationalities together.</summary>
    public static IEnumerable<PercentErrors> Of(IEnumerable<ForecastSet> sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ObservedName[] names = [.. sets.SelectMany(s => s.Series).Where(f => f.IsTotal && (f.Series.IsLevel || f.Series.Step == ReportStep.Quarter)).Select(f => f.Series.Name).Distinct()];
        var months = sets.SelectMany(s => s.Series).Where(f => names.Contains(f.Series.Name)).SelectMany(ScoredMonth.Of).Where(m => m.Observed > 0).ToArray();
        return from name in names
               from quarters in Ahead
               let scored = months.Where(m => m.Name == name && m.Ahead == quarters * ReportSteps.MonthsPerQuarter).ToArray()
               where scored.Length > 0
               select new PercentErrors(name.Series, quarters, scored.Length, Enum.GetValues<ForecastMethod>().ToDictionary(
                   method => method,
                   method => scored.Select(m => Math.Abs(m.Values[method] - m.Observed) / m.Observed).Where(e => !double.IsNaN(e)).DefaultIfEmpty(double.NaN).Average()));
    }
}

/// <summary>What the flows of a level leave unexplained, a period each.</summary>
/// <param name="Series">Observed series of the level.</param>
/// <param name="Periods">Periods that were looked at.</param>
/// <param name="Middle">Median residual, in the unit of the level.</param>
/// <param name="Lower">5 % quantile.</param>
/// <param name="Upper">95 % quantile.</param>
/// <param name="Within">Share of periods in which the residual is within the stated error of the level.</param>
public sealed record LevelResidual(string Series, int Periods, double Middle, double Lower, double Upper, double Within)
{
    /// <summary>Of the levels of a set, up to its origin.</summary>
    public static IEnumerable<LevelResidual> Of(ForecastSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var byName = set.Series.ToDictionary(f => f.Series.Name);
        foreach (var level in set.Series.Where(f => f.Series.Inflows.Count + f.Series.Outflows.Count > 0))
        {
            SeriesForecast[] Flows(IReadOnlyList<string> names) => [.. names.Select(n => byName.GetValueOrDefault(level.Series.Name with { Series = n })).OfType<SeriesForecast>()];
            double[] residuals = [.. LevelForecast.Residuals(level, Flows(level.Series.Inflows), Flows(level.Series.Outflows))];
            double[] seen = [.. level.Observed[..(level.Origin - level.Start)].Where(v => !double.IsNaN(v)).TakeLast(residuals.Length)];
            if (residuals.Length > 0)
            {
                var band = Quantiles.Interval(residuals);
                yield return new LevelResidual(
                    level.Series.Name.Series, residuals.Length, band.Median, band.Lower, band.Upper,
                    residuals.Zip(seen, (r, v) => Math.Abs(r) <= level.Series.Error * v ? 1.0 : 0).Average());
            }
        }
    }
}
