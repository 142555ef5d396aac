using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>
/// Runs a frozen world from the start of its scenario, with the record of measures as input and no observation from the origin
/// on, and scores the default forecast and the model as it is from the origin on beside simple benchmarks.
/// </summary>
/// <param name="compiled">The scenario; its first variant is forecast.</param>
/// <param name="observations">Observations, before and after the origin.</param>
/// <param name="options">Origin, length, ensemble.</param>
/// <param name="simulate">What simulates.</param>
public sealed class Backtest(CompiledScenario compiled, ObservationTable observations, BacktestOptions options, SimulateExperiment simulate)
{
    private const double CarriedShare = 0.95;

    private readonly int _start = compiled.Scenario.FirstMonth;

    /// <summary>Runs and scores.</summary>
    /// <param name="map">The observation operator of the world.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public async Task<BacktestReport> RunAsync(ObservationMap map, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var forecast = new OriginForecast(compiled, observations, map, simulate);
        var set = await forecast.RunAsync(options, progress, cancellationToken);
        return Report(set, [.. forecast.Unknown.Select(n => n.ToString())]);
    }

    private BacktestReport Report(ForecastSet set, IReadOnlyList<string> skipped)
    {
        var scores = set.Series.SelectMany(s => new BacktestScoring(s).Scores()).ToArray();
        var events = new EventTable(
            compiled, [.. set.Series.Select(s => s.Series)], _start, [.. set.Series.Select(s => s.Observed)], [.. set.Series.Select(s => s.Model)]);
        return new BacktestReport(
            scores,
            events.Rows(options.Origin, options.Origin + options.Months),
            [.. set.Series.SelectMany(Months)],
            Summarise(scores),
            skipped,
            [.. set.Series.SelectMany(s => Gaps(s.Series.Name, s.Truth))],
            set.FailedReplicates);
    }

    private IEnumerable<BacktestMonth> Months(SeriesForecast forecast) => forecast.Observed.Select((value, m) =>
    {
        var ahead = _start + m - options.Origin;
        var members = ahead < 0 ? forecast.Model[m] : forecast.Members[ahead];
        var (wide, narrow) = (Quantiles.Interval(members), Quantiles.Interval(members, 0.5));
        var last = ahead < 0 ? double.NaN : forecast.Rivals.LastMonth(_start + m);
        var name = forecast.Series.Name;
        return new BacktestMonth(
            name.Series, name.Nationality, CalendarMonth.Format(_start + m), value, wide.Median, wide.Lower, narrow.Lower, narrow.Upper, wide.Upper, last, Quantiles.Median(forecast.Model[m]));
    });

    private IEnumerable<string> Gaps(ObservedName name, double[] observed)
    {
        var missing = observed.Count(double.IsNaN);
        if (missing == observed.Length)
        {
            yield return $"{name}: not observed from {CalendarMonth.Format(options.Origin)} on";
        }
        else if (missing > 0)
        {
            var months = observed.Select((value, m) => (value, m)).Where(p => double.IsNaN(p.value)).Select(p => CalendarMonth.Format(options.Origin + p.m));
            yield return $"{name}: no observation in {string.Join(' ', months)}";
        }
    }

    private static BacktestSummary Summarise(IReadOnlyList<BacktestScore> scores)
    {
        var whole = scores.GroupBy(s => (s.Series, s.Nationality)).Select(g => g.MaxBy(s => s.Months)!)
            .Where(s => s.Nationality != Model.Recording.SeriesKey.All)
            .OrderByDescending(s => s.ObservedTotal)
            .ToArray();
        var total = whole.Sum(s => s.ObservedTotal);
        var running = 0.0;
        var carrying = whole.TakeWhile(s => (running += s.ObservedTotal) - s.ObservedTotal < CarriedShare * total).ToArray();
        double Share(Func<BacktestScore, double> rival) => Mean(carrying, s => double.IsNaN(rival(s)) ? double.NaN : s.RmseLog < rival(s) ? 1 : 0);
        return new BacktestSummary(
            carrying.Length,
            Share(s => s.RmseModel),
            Share(s => s.RivalLastMonth),
            Share(s => s.RivalLastYear),
            Share(s => s.RivalSeasonal),
            Share(s => s.RivalTrend),
            Share(s => s.RivalDrift),
            Mean(carrying, s => s.RmseLog),
            Mean(carrying, s => s.RmseModel),
            Mean(carrying, s => s.RivalLastMonth),
            Mean(carrying, s => s.RivalLastYear),
            Mean(carrying, s => s.RivalSeasonal),
            Mean(carrying, s => s.RivalTrend),
            Mean(carrying, s => s.RivalDrift),
            Weighted(carrying, s => s.Coverage50),
            Weighted(carrying, s => s.Coverage90));
    }

    private static double Mean(IEnumerable<BacktestScore> scores, Func<BacktestScore, double> value) =>
        scores.Select(value).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average();

    private static double Weighted(BacktestScore[] scores, Func<BacktestScore, double> value) =>
        scores.Sum(s => s.Months) is var months and > 0 ? scores.Sum(s => value(s) * s.Months) / months : double.NaN;
}
