using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Suites;

namespace CorridorSim.Analysis.Suites;

/// <summary>Runs a suite: a forecast from each origin, scored on the series of its experiment, and the same without the measure.</summary>
/// <param name="plan">The suite.</param>
/// <param name="replicates">Replicates of each forecast, at least 2.</param>
/// <param name="seed">Key of all random draws; null for that of each scenario.</param>
/// <param name="simulate">What simulates.</param>
public sealed class SuiteStudy(SuitePlan plan, int replicates, ulong? seed, SimulateExperiment simulate)
{
    private const int Quarter = 3;

    private int _failed;

    /// <summary>Runs it.</summary>
    /// <param name="bag">Receives what is wrong: series that the model measures nothing like.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public async Task<SuiteReport> RunAsync(DiagnosticBag bag, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var rows = new List<SuiteRow>();
        foreach (var experiment in plan.Experiments.Where(e => !e.AwaitsMonths))
        {
            progress?.Report(experiment.Id);
            rows.AddRange(await RealAsync(experiment, bag, progress, cancellationToken));
            foreach (var month in experiment.PlaceboMonths)
            {
                progress?.Report($"{experiment.Id}, placebo {CalendarMonth.Format(month)}");
                rows.AddRange(await PlaceboAsync(experiment, month, bag, progress, cancellationToken));
            }
        }

        return new SuiteReport(rows, [.. plan.Experiments.Where(e => e.AwaitsMonths)], _failed);
    }

    private async Task<IReadOnlyList<SuiteRow>> RealAsync(SuiteExperiment experiment, DiagnosticBag bag, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var months = experiment.Month - experiment.Origin + experiment.Horizon;
        var with = await ForecastAsync(experiment.Scenario!, experiment.Origin, months, bag, progress, cancellationToken);
        var without = experiment.Without is { } other ? await ForecastAsync(other, experiment.Origin, months, bag, progress, cancellationToken) : null;
        return [.. experiment.Series.Select(s => Row(experiment, experiment.Month, s, with, without)).OfType<SuiteRow>()];
    }

    private async Task<IReadOnlyList<SuiteRow>> PlaceboAsync(SuiteExperiment experiment, int month, DiagnosticBag bag, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var set = await ForecastAsync(experiment.Scenario!, month, experiment.Horizon, bag, progress, cancellationToken);
        return
        [
            .. experiment.Series.Where(s => s.Role != SeriesRole.Placebo).Select(s => Row(experiment, month, s, set, null)).OfType<SuiteRow>()
                .Select(r => r with { IsPlaceboMonth = true }),
        ];
    }

    private async Task<ForecastSet> ForecastAsync(
        CompiledScenario scenario, int origin, int months, DiagnosticBag bag, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var forecast = new OriginForecast(scenario, plan.Observations, ObservationMap.Of(scenario, bag), simulate);
        var last = plan.Observations.Names.Max(n => plan.Observations.Span(n).Last);
        var set = await forecast.RunAsync(
            new BacktestOptions { Origin = origin, Months = Math.Clamp(last - origin + 1, 1, months), Replicates = replicates, Seed = seed ?? scenario.Scenario.Seed },
            progress,
            cancellationToken);
        _failed += set.FailedReplicates;
        return set;
    }

    /// <summary>The scores of a series; null when the model measures nothing like it or nothing was counted after the date.</summary>
    private static SuiteRow? Row(SuiteExperiment experiment, int month, SuiteSeries series, ForecastSet with, ForecastSet? without)
    {
        if (with.Series.FirstOrDefault(s => s.Series.Name == series.Name) is not { } forecast)
        {
            return null;
        }

        ScoredMonth[] scored = [.. ScoredMonth.Of(forecast).Where(m => m.Origin + m.Ahead - 1 >= month)];
        var effect = without?.Series.FirstOrDefault(s => s.Series.Name == series.Name) is { } other ? Effect(forecast, other, month) : null;
        return scored.Length == 0 ? null : new SuiteRow
        {
            Experiment = experiment.Id,
            Month = month,
            Series = series,
            Quarter = Change(forecast, month, Quarter, Quarter),
            Year = Change(forecast, month, Units.MonthsOfYear, Units.MonthsOfYear),
            Effect = effect is null ? null : Quantiles.Interval(effect),
            IsExactlyZero = effect is not null && Array.TrueForAll(effect, e => e == 0),
            Months = scored.Length,
            Errors = Errors(scored),
            Coverage90 = scored.Average(m => m.Within(0.9) ? 1.0 : 0),
            Crps = scored.Average(m => m.Crps),
            Wis = scored.Average(m => m.Wis),
            IsShift = Shift(forecast, month),
        };
    }

    private static Dictionary<string, double> Errors(ScoredMonth[] scored)
    {
        var methods = new (string Name, ForecastMethod Method)[]
        {
            (SuiteMethods.Default, ForecastMethod.Default), (SuiteMethods.Model, ForecastMethod.Model),
            (SuiteMethods.Benchmarks[0], ForecastMethod.LastMonth), (SuiteMethods.Benchmarks[1], ForecastMethod.LastYear),
            (SuiteMethods.Benchmarks[2], ForecastMethod.Seasonal), (SuiteMethods.Benchmarks[3], ForecastMethod.Drift),
        };
        return methods.ToDictionary(m => m.Name, m => Math.Sqrt(scored.Average(s => s.Error(m.Method) * s.Error(m.Method))));
    }

    /// <summary>Mean of some months from a month on over the mean of as many that begin some months earlier.</summary>
    private static SuiteChange Change(SeriesForecast forecast, int month, int length, int back)
    {
        var start = month - forecast.Start;
        if (start < back || start + length > forecast.Observed.Length)
        {
            return new SuiteChange(double.NaN, new Band(double.NaN, double.NaN, double.NaN));
        }

        // What is counted by quarter stands in the last month of each.
        double Mean(int from, Func<int, double> value) =>
            Enumerable.Range(from, length).Where(m => forecast.Series.EndsPeriod(forecast.Start + m)).Select(value).DefaultIfEmpty(double.NaN).Average();

        double Ratio(Func<int, double> value)
        {
            var before = Mean(start - back, value);
            return before > 0 ? (Mean(start, value) / before) - 1 : double.NaN;
        }

        var members = forecast.Model[0].Length;
        double[] changes = [.. Enumerable.Range(0, members).Select(k => Ratio(m => forecast.Model[m][k])).Where(c => !double.IsNaN(c))];
        return new SuiteChange(Ratio(m => forecast.Observed[m]), Quantiles.Interval(changes));
    }

    private static bool? Shift(SeriesForecast forecast, int month)
    {
        var first = month - forecast.Origin;
        if (first < 0 || first + Quarter > forecast.Months)
        {
            return null;
        }

        int[] ends = [.. Enumerable.Range(first, Quarter).Where(m => forecast.Series.EndsPeriod(forecast.Origin + m))];
        if (ends.Length == 0)
        {
            return null;
        }

        var observed = ends.Average(m => forecast.Truth[m]);
        double[] means = [.. Enumerable.Range(0, forecast.Members[0].Length).Select(k => ends.Average(m => forecast.Members[m][k]))];
        var band = Quantiles.Interval(means);
        return double.IsNaN(observed) || double.IsNaN(band.Lower) ? null : observed < band.Lower || observed > band.Upper;
    }

    /// <summary>With less without, member by member, over the months from the date on; null where lanes failed in one of them.</summary>
    private static double[]? Effect(SeriesForecast with, SeriesForecast without, int month)
    {
        var first = month - with.Origin;
        return with.Raw[0].Length != without.Raw[0].Length
            ? null
            : [.. Enumerable.Range(0, with.Raw[0].Length).Select(k => Enumerable.Range(first, with.Raw.Length - first).Sum(m => with.Raw[m][k] - without.Raw[m][k]))];
    }
}
