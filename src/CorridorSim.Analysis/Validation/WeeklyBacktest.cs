using System.Globalization;
using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Validation;

/// <summary>
/// Forecasts from the day of each report, in a world whose record is reported on single days. The state on a day is what was reported until
/// then (the column <c>starts</c> of the observed series). Parameters are fitted anew to the twelve weeks before each report, in three parts of
/// four weeks that each start from the state at their beginning, as the forecast does from that on the day of the report. No later report is used.
/// </summary>
/// <param name="plan">The calibration: parameters, priors, ensemble and series; its window is not looked at.</param>
/// <param name="simulate">What simulates.</param>
public sealed class WeeklyBacktest(CalibrationPlan plan, SimulateExperiment simulate)
{
    /// <summary>Weeks before a report to which parameters are fitted.</summary>
    public const int FittedWeeks = 12;

    private const int PartDays = 4 * WeeklyRivals.WeekDays;
    private const int Parts = FittedWeeks * WeeklyRivals.WeekDays / PartDays;
    private const double RoundingPersons = 70;

    private readonly CalibrationForward _forward = new(plan, simulate);
    private readonly ObservedSeries[] _series = [.. plan.Series.Where(s => !s.IsLevel && plan.Observations.Reports.ContainsKey(s.Name))];
    private readonly (ReportedCounts Counts, ObservedSeries Series, Slot Slot)[] _states = [.. States(plan)];

    /// <summary>The days on which the first series of the calibration was reported, from one day to another, both inclusive, so many weeks before its last report.</summary>
    /// <exception cref="StudyException">The calibration has no series that is reported on single days, or none was reported on these days.</exception>
    public IReadOnlyList<DateOnly> Days(DateOnly from, DateOnly to, int weeks)
    {
        if (_series.Length == 0)
        {
            throw new StudyException($"No series of the calibration '{plan.Id}' is reported on single days, so that there are no weeks to forecast. Leave out --weeks.");
        }

        DateOnly[] reported = [.. plan.Observations.Reports[_series[0].Name].Days];
        var last = reported[^1].AddDays(-weeks * WeeklyRivals.WeekDays);
        DateOnly[] days = [.. reported.Where(d => d >= from && d <= to && d <= last)];
        return days.Length > 0 ? days : throw new StudyException(string.Create(
            CultureInfo.InvariantCulture,
            $"No report lies on these days {weeks} weeks before the last one. Choose days from {reported[0]:yyyy-MM-dd} to {last:yyyy-MM-dd}."));
    }

    /// <summary>Runs all reports, one after the other.</summary>
    /// <param name="days">Days of reports.</param>
    /// <param name="weeks">Weeks ahead, ascending.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    /// <exception cref="StudyException">A report comes before there is anything to fit.</exception>
    public async Task<WeeklyReport> RunAsync(IReadOnlyList<DateOnly> days, IReadOnlyList<int> weeks, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(days);
        var errors = ForecastErrors.Read(plan.Base.World.Folder).Total;
        var scores = new List<WeeklyScore>();
        var fits = new List<WeeklyFit>();
        foreach (var day in days)
        {
            progress?.Report(FormattableString.Invariant($"{day:yyyy-MM-dd}"));
            var fit = await FitAsync(day, cancellationToken);
            fits.Add(new WeeklyFit(day, fit.Misfit, fit.Converged));
            foreach (var forecast in await ForecastAsync(day, weeks, fit, cancellationToken))
            {
                scores.AddRange(forecast.Scores(plan.Observations.Reports[forecast.Series.Name], errors));
            }
        }

        return new WeeklyReport(fits, scores, errors.Weight);
    }

    private static IEnumerable<(ReportedCounts Counts, ObservedSeries Series, Slot Slot)> States(CalibrationPlan plan)
    {
        var (world, map) = (plan.Base.World, ObservationMap.Of(plan.Base, new Scenarios.Diagnostics.DiagnosticBag()));
        foreach (var (name, counts) in plan.Observations.Reports.OrderBy(r => r.Key.ToString(), StringComparer.Ordinal))
        {
            if (map.Find(name) is { Starts.Length: > 0 } series)
            {
                yield return world.Slots.TryFind(series.Starts, out var slot)
                    ? (counts, series, slot)
                    : throw new StudyException($"'{series.Starts}', which {name} sets at the start, is no parameter of the world '{world.Id}'.");
            }
        }
    }

    /// <summary>What was reported until a day, for the inputs that it sets.</summary>
    private IEnumerable<SlotSetting> StateOn(DateOnly day, DateOnly known)
    {
        foreach (var (counts, series, slot) in _states)
        {
            var reports = counts.Before(known.AddDays(1));
            var value = series.StartsAsPace ? reports.Pace(day, PartDays) * Experiment.DaysPerMonth : counts.IsLevel ? reports.Level(day) : reports.Total(day);
            yield return double.IsNaN(value)
                ? throw new StudyException($"{day:yyyy-MM-dd} comes before the reports that say from which state to start. Choose a later day.")
                : new SlotSetting(slot, Distribution.Constant(value));
        }
    }

    private async Task<KalmanInversionResult> FitAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var first = _states.Select(s => s.Counts.Days.First()).DefaultIfEmpty(day).Max();
        int[] parts = [.. Enumerable.Range(0, Parts).Where(part => Start(day, part) >= first)];
        var data = _series.SelectMany(s => Enumerable.Range(0, Parts).Select(part => parts.Contains(part) ? Observed(s, day, part) : double.NaN)).ToArray();
        if (data.All(double.IsNaN))
        {
            throw new StudyException($"{day:yyyy-MM-dd} leaves no four weeks to fit: the reports begin on {first:yyyy-MM-dd}. Choose a later day.");
        }

        var observations = new Observations([.. data.Select(Elementary.LogP1)], [.. data.Select((v, i) => Error(_series[i / Parts], v, i % Parts))]);
        async Task<double[,]> Forward(double[,] members, CancellationToken token)
        {
            var outputs = new double[members.GetLength(0), data.Length];
            foreach (var part in parts)
            {
                Write(await simulate(From(Start(day, part), PartDays, members, StateOn(Start(day, part), day)), token), part, outputs);
            }

            return outputs;
        }

        return await new EnsembleKalmanInversion(ScenarioCalibration.PriorsOf(plan), observations, ScenarioCalibration.OptionsOf(plan)).RunAsync(Forward, null, cancellationToken);
    }

    /// <summary>First day of some four weeks before a day, the last ones being part 0.</summary>
    private static DateOnly Start(DateOnly day, int part) => day.AddDays(-PartDays * (part + 1));

    /// <summary>What was counted in four weeks before a day; not-a-number where that is not known.</summary>
    private double Observed(ObservedSeries series, DateOnly day, int part)
    {
        var counts = plan.Observations.Reports[series.Name].Before(day.AddDays(1));
        return counts.LastOn(day) is { } last && last.AddDays(WeeklyRivals.WeekDays) > day
            ? counts.Between(last.AddDays(-PartDays * (part + 1)), last.AddDays(-PartDays * part))
            : double.NaN;
    }

    /// <summary>The stated error of the logarithm, twice and three times of it where weeks are longer ago, for parameters drift; and that of counts rounded to hundreds.</summary>
    private double Error(ObservedSeries series, double value, int part) =>
        Math.Sqrt(Square(series.Error * plan.ErrorFactor * (1 + part)) + (double.IsNaN(value) ? 0 : Square(RoundingPersons / (RoundingPersons + value))));

    private static double Square(double value) => value * value;

    private void Write(ExperimentResult result, int part, double[,] outputs)
    {
        for (var member = 0; member < outputs.GetLength(0); member++)
        {
            for (var series = 0; series < _series.Length; series++)
            {
                outputs[member, (series * Parts) + part] = Elementary.LogP1(WeeklyPaths.Between(WeeklyPaths.Of(result, _series[series], member), 0, PartDays));
            }
        }
    }

    private async Task<IReadOnlyList<WeeklyForecast>> ForecastAsync(DateOnly day, IReadOnlyList<int> weeks, KalmanInversionResult fit, CancellationToken cancellationToken)
    {
        var members = fit.Posterior;
        var result = await simulate(From(day, weeks[^1] * WeeklyRivals.WeekDays, members, StateOn(day, day)), cancellationToken);
        var forecasts = new List<WeeklyForecast>();
        for (var s = 0; s < _series.Length; s++)
        {
            var known = plan.Observations.Reports[_series[s].Name].Before(day.AddDays(1));
            if (known.LastOn(day) is not { } last || last.AddDays(WeeklyRivals.WeekDays) <= day || double.IsNaN(new WeeklyRivals(known, last).FourWeekPace))
            {
                continue;
            }

            var index = s;
            double[][] paths = [.. Enumerable.Range(0, members.GetLength(0)).Select(m => WeeklyPaths.Of(result, _series[index], m))];
            int[] usable = [.. Enumerable.Range(0, paths.Length).Where(m => !double.IsNaN(paths[m][^1]) && !double.IsNaN(fit.Outputs[m, index * Parts]))];
            forecasts.Add(new WeeklyForecast(
                _series[s],
                last,
                known,
                [.. usable.Select(m => (Elementary.Exp(fit.Outputs[m, index * Parts]) - 1) / PartDays)],
                [.. weeks.Select(w => (w, usable.Select(m => WeeklyPaths.Between(paths[m], 0, w * WeeklyRivals.WeekDays)).ToArray()))]));
        }

        return forecasts;
    }

    /// <summary>A run of all members that begins on a day in a given state; its first month is that of the day.</summary>
    private Experiment From(DateOnly day, int days, double[,] members, IEnumerable<SlotSetting> state)
    {
        SlotSetting[] own = [.. state];
        var experiment = _forward.Experiment(members, 1, null);
        return experiment with
        {
            FirstMonth = CalendarMonth.Of(day.Year, day.Month),
            Months = WeeklyPaths.Months(days),
            Step = ReportStep.Week,
            Recorded = [.. _series.SelectMany(s => s.Keys).Distinct()],
            Variants = [.. experiment.Variants.Select(v => v with { Settings = [.. v.Settings.Where(s => own.All(o => o.Slot != s.Slot)).Concat(own).OrderBy(s => s.Slot)] })],
        };
    }
}

/// <summary>How well the weeks before a report were fitted.</summary>
/// <param name="Day">Day of the report.</param>
/// <param name="Misfit">Misfit in units of the stated errors.</param>
/// <param name="Converged">Whether the fit converged.</param>
public sealed record WeeklyFit(DateOnly Day, double Misfit, bool Converged);

/// <summary>Forecasts from the days of reports and how they did.</summary>
/// <param name="Fits">Per report, how its parameters were fitted.</param>
/// <param name="Scores">Every forecast that was scored.</param>
/// <param name="Weight">Share of the model's change that the default takes.</param>
public sealed record WeeklyReport(IReadOnlyList<WeeklyFit> Fits, IReadOnlyList<WeeklyScore> Scores, double Weight)
{
    /// <summary>By series and weeks ahead.</summary>
    public IEnumerable<WeeklySummary> Summaries => WeeklySummary.Of(Scores);
}
