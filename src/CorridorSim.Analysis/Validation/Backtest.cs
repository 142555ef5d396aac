using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>
/// Runs a frozen world from the start of its scenario, with the record of measures as input and no observation from the origin
/// on, and scores it from the origin on beside naive rivals. Observations before the origin set the state at the origin
/// (<see cref="ShockAnalysis"/>) unless that is declined, and feed the rivals.
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
        ArgumentNullException.ThrowIfNull(map);
        var known = observations.Names.Select(n => (Name: n, Series: map.Find(n))).ToArray();
        var observer = new ModelObserver([.. known.Select(k => k.Series).OfType<ObservedSeries>()]);
        var experiment = compiled.Experiment with
        {
            Variants = [compiled.Experiment.Variants[0]],
            Replicates = options.Replicates,
            Seed = options.Seed,
            Months = options.Origin - _start + options.Months,
            Recorded = observer.Recorded,
        };
        var shocks = await StartAsync(experiment, observer, progress, cancellationToken);
        progress?.Report("forecast");
        var result = await simulate(experiment with { KnownShocks = shocks }, cancellationToken);
        return Report(observer, result, [.. known.Where(k => k.Series is null).Select(k => k.Name.ToString())]);
    }

    private async Task<KnownShocks?> StartAsync(
        Experiment experiment, ModelObserver observer, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var months = options.Origin - _start;
        if (!options.StartsFromObservations || months < 1)
        {
            return null;
        }

        progress?.Report("state at the origin");
        var told = new Passes(progress);
        return await new ShockAnalysis(experiment, months, observer, observations, simulate).RunAsync(told, cancellationToken);
    }

    private BacktestReport Report(ModelObserver observer, ExperimentResult result, IReadOnlyList<string> skipped)
    {
        var scores = new List<BacktestScore>();
        var months = new List<BacktestMonth>();
        var gaps = new List<string>();
        var observed = new double[observer.Series.Count][];
        var simulated = new double[observer.Series.Count][][];
        for (var s = 0; s < observer.Series.Count; s++)
        {
            var name = observer.Series[s].Name;
            observed[s] = observations.Values(name, _start, result.Plan.Experiment.Months);
            simulated[s] = ByMonth(observer.Monthly(result, s));
            var rivals = new Rivals(Past(name), options.Origin);
            var from = options.Origin - _start;
            scores.AddRange(new BacktestScoring(name.Series, name.Nationality, options.Origin, observed[s][from..], simulated[s][from..], rivals).Scores());
            months.AddRange(Months(name, observed[s], simulated[s], rivals));
            gaps.AddRange(Gaps(name, observed[s][from..]));
        }

        var events = new EventTable(compiled, observer.Series, _start, observed, simulated).Rows(options.Origin, options.Origin + options.Months);
        return new BacktestReport(scores, events, months, Summarise(scores), skipped, gaps, result.Failures.Select(f => f.Lane).Distinct().Count());
    }

    private static double[][] ByMonth(double[][] lanes)
    {
        var usable = lanes.Where(l => !double.IsNaN(l[0])).ToArray();
        return [.. Enumerable.Range(0, lanes[0].Length).Select(m => usable.Select(l => l[m]).ToArray())];
    }

    private IEnumerable<(int Month, double Value)> Past(ObservedName name)
    {
        var (first, _) = observations.Span(name);
        return Enumerable.Range(first, Math.Max(0, options.Origin - first)).Select(m => (m, observations.Value(name, m)));
    }

    private IEnumerable<BacktestMonth> Months(ObservedName name, double[] observed, double[][] simulated, Rivals rivals) =>
        observed.Select((value, m) =>
        {
            var wide = Quantiles.Interval(simulated[m]);
            var narrow = Quantiles.Interval(simulated[m], 0.5);
            var last = _start + m >= options.Origin ? rivals.LastMonth(_start + m) : double.NaN;
            return new BacktestMonth(
                name.Series, name.Nationality, CalendarMonth.Format(_start + m), value, wide.Median, wide.Lower, narrow.Lower, narrow.Upper, wide.Upper, last);
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
            Share(s => s.RivalLastMonth),
            Share(s => s.RivalLastYear),
            Share(s => s.RivalSeasonal),
            Share(s => s.RivalTrend),
            Mean(carrying, s => double.IsNaN(s.Blend) ? double.NaN : s.Blend < s.RmseLog ? 1 : 0),
            Mean(carrying, s => s.RmseLog),
            Mean(carrying, s => s.RivalLastMonth),
            Mean(carrying, s => s.RivalLastYear),
            Mean(carrying, s => s.RivalSeasonal),
            Mean(carrying, s => s.RivalTrend),
            Mean(carrying, s => s.Blend),
            Weighted(carrying, s => s.Coverage50),
            Weighted(carrying, s => s.Coverage90));
    }

    private static double Mean(IEnumerable<BacktestScore> scores, Func<BacktestScore, double> value) =>
        scores.Select(value).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average();

    private static double Weighted(BacktestScore[] scores, Func<BacktestScore, double> value) =>
        scores.Sum(s => s.Months) is var months and > 0 ? scores.Sum(s => value(s) * s.Months) / months : double.NaN;

    private sealed class Passes(IProgress<string>? outer) : IProgress<int>
    {
        public void Report(int value) => outer?.Report(FormattableString.Invariant($"state at the origin, pass {value}"));
    }
}
