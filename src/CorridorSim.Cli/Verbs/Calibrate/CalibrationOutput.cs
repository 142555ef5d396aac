using System.Globalization;
using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Cli.Verbs.Calibrate;

/// <summary>What a calibration says.</summary>
internal static class CalibrationOutput
{
    private const int MostNames = 3;

    public static string Words(CalibrationProgress value) => string.Create(
        CultureInfo.InvariantCulture, $"{value.Stage}: {value.Share:P0} of the data, misfit {value.Misfit:F2} (members {value.MemberMisfit:F2})");

    /// <summary>Which series keep a fit from going on: those without a month that it has not seen.</summary>
    public static string Waits(IReadOnlyList<ObservedName> names) =>
        $"{string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? $" and {names.Count - MostNames} other series" : string.Empty)} "
        + (names.Count == 1 ? "has no month" : "have no month") + " after the last that was fitted";

    public static async Task WriteTextAsync(CalibrationPlan plan, CalibrationReport report, string written)
    {
        var places = new PlaceWords(plan.Base.Experiment.World);
        await Console.Out.WriteLineAsync(plan.Title);
        await Console.Out.WriteLineAsync(
            $"{plan.Base.Scenario.Id}, {CalendarMonth.Format(plan.FirstMonth)} to {CalendarMonth.Format(plan.FirstMonth + plan.Months - 1)}, {plan.Series.Count} series of {plan.ObservationsFile}");
        if (plan.Earlier is { } earlier)
        {
            await Console.Out.WriteLineAsync($"goes on from the fit to {earlier.Window}, whose posterior is the prior; only later months were fitted, and the push shocks are as they were");
        }

        new TerminalTable("parameter", ">prior 5%", ">median", ">95%", ">posterior 5%", ">median", ">95%", ">spread left")
            .With(report.Parameters.Select(p => new[]
            {
                p.Path, Figures.Number(p.PriorP05), Figures.Number(p.PriorMedian), Figures.Number(p.PriorP95), Figures.Number(p.P05), Figures.Number(p.Median), Figures.Number(p.P95), Figures.Percent(p.SpreadRatio),
            }))
            .Write();
        new TerminalTable("series", "nationality", ">months", ">RMSE log(1+flow)", ">observed - simulated", ">stated error")
            .With(report.Series.Select(s => new[]
            {
                places.Counted(s.Series), places.Nationality(s.Nationality), s.Months.ToString(CultureInfo.InvariantCulture), Figures.Fixed(s.RmseLog), Figures.Fixed(s.Bias), Figures.Fixed(s.Error),
            }))
            .Write();
        foreach (var (path, value) in report.Shocks)
        {
            await Console.Out.WriteLineAsync($"{path} = {Figures.Number(value)}");
        }

        await Console.Out.WriteLineAsync($"misfit {Figures.Fixed(report.Misfit)} in units of the stated errors; {(report.Converged ? "converged" : "NOT converged: allow more updates")}");
        if (report.Shocks.Count > 0 && !double.IsNaN(report.Coverage))
        {
            await Console.Out.WriteLineAsync($"90% bands with these shocks hold {Figures.Percent(report.Coverage)} of the observed months");
        }

        if (report.IsMisfit)
        {
            await Console.Out.WriteLineAsync("The model misses the observations by more than their errors allow: the structure, a prior or the stated errors are wrong. Do not read the posterior as knowledge.");
        }

        await Console.Out.WriteLineAsync(written.Length == 0 ? "no posterior written" : $"posterior  {written}");
    }

    public static async Task WriteJsonAsync(CalibrationPlan plan, CalibrationReport report, string written) =>
        await JsonOutput.WriteAsync(
            new
            {
                Calibration = plan.Id,
                Scenario = plan.Base.Scenario.Id,
                ScenarioHash = plan.Base.Scenario.Hash,
                Method = plan.Method.ToString().ToLowerInvariant(),
                From = CalendarMonth.Format(plan.FirstMonth),
                plan.Months,
                report.Converged,
                report.Misfit,
                report.IsMisfit,
                report.Parameters,
                report.Series,
                report.Shocks,
                report.Coverage,
                Course = report.Course.Select(c => new { c.Updates, c.Tempering, c.Misfit, c.MemberMisfit, c.FailedMembers }),
                Members = report.Sample.GetLength(0),
                Posterior = written,
            });
}
