using System.Globalization;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Validation;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Cli.Verbs;

/// <summary>What a backtest from several origins says.</summary>
internal sealed class RollingOutput(CalibrationPlan plan, RollingReport report, (ForecastErrors Nationality, ForecastErrors Total) errors)
{
    private string[] Fitted => [.. plan.Series.Select(s => s.Name.Series).Distinct()];

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync($"{plan.Title}: forecasts from {report.Fits.Count} origins, each fitted to the months before it alone; errors of log(1 + flow)");
        new TerminalTable("origin", ">months fitted", ">misfit").With(report.Fits.Select(f => new[]
        {
            CalendarMonth.Format(f.Origin), f.Months.ToString(CultureInfo.InvariantCulture), Figures.Fixed(f.Misfit),
        })).Write();
        HorizonTable.Write("By months ahead, all origins", report.Horizons().Select(s => (string.Empty, s)));
        HorizonTable.Write("By origin", report.ByOrigin().Select(o => (CalendarMonth.Format(o.Origin), o.Score)));
        await WriteYearsAsync();
        await WriteWeightsAsync();
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Errors used: single nationalities {errors.Nationality.Start} + {errors.Nationality.Growth} a root month, totals {errors.Total.Start} + {errors.Total.Growth}; weight {errors.Nationality.Weight} and {errors.Total.Weight}."));
    }

    public async Task WriteJsonAsync() => await JsonOutput.WriteAsync(new
    {
        Calibration = plan.Id,
        Scenario = plan.Base.Scenario.Id,
        ScenarioHash = plan.Base.Scenario.Hash,
        Origins = report.Fits.Select(f => new { From = CalendarMonth.Format(f.Origin), f.Months, f.Misfit, f.Converged }),
        Horizons = report.Horizons().Select(s => HorizonTable.Json(s)),
        ByOrigin = report.ByOrigin().Select(o => new { From = CalendarMonth.Format(o.Origin), Score = HorizonTable.Json(o.Score) }),
        Years = YearTotal.Of(report.Sets).Select(y => new { From = CalendarMonth.Format(y.Origin), y.Series, y.Observed, y.Default, y.Model, y.LastYear }),
        Weights = report.AtOtherWeights(Fitted).Select(x => new { x.Weight, MonthsAhead = $"{x.First}-{x.Last}", x.Rmse }),
        Errors = new { errors.Nationality, errors.Total },
    });

    /// <summary>One year ahead, each series of all nationalities: totals by origin, then the median error beside last year's total.</summary>
    private async Task WriteYearsAsync()
    {
        var years = YearTotal.Of(report.Sets);
        if (years.Count == 0)
        {
            return;
        }

        await Console.Out.WriteLineAsync("Totals of the first twelve months beside the twelve before, all nationalities");
        new TerminalTable("origin", "series", ">counted", ">default", ">model", ">last year").With(years.Select(y => new[]
        {
            CalendarMonth.Format(y.Origin), y.Series, Figures.Number(y.Observed), Figures.Number(y.Default), Figures.Number(y.Model), Figures.Number(y.LastYear),
        })).Write();
        await Console.Out.WriteLineAsync("Median absolute error of these totals, all origins");
        new TerminalTable("series", ">origins", ">default", ">model", ">last year").With(years.GroupBy(y => y.Series).Select(g => new[]
        {
            g.Key, g.Count().ToString(CultureInfo.InvariantCulture),
            Figures.Percent(Median(g, y => y.Error(y.Default))), Figures.Percent(Median(g, y => y.Error(y.Model))), Figures.Percent(Median(g, y => y.Error(y.LastYear))),
        })).Write();
    }

    private static double Median(IEnumerable<YearTotal> years, Func<YearTotal, double> error) => Quantiles.Median([.. years.Select(error)]);

    private async Task WriteWeightsAsync()
    {
        await Console.Out.WriteLineAsync("Share of the model's change that is taken: pooled error of nationalities, fitted series");
        var rows = report.AtOtherWeights(Fitted).ToArray();
        string[] ranges = [.. rows.Select(r => $"{r.First}-{r.Last}").Distinct()];
        new TerminalTable(["weight", .. ranges.Select(r => ">" + r)])
            .With(rows.GroupBy(r => r.Weight).Select(g => new[] { Figures.Setting(g.Key) }.Concat(ranges.Select(r => Figures.Fixed(g.Single(x => $"{x.First}-{x.Last}" == r).Rmse))).ToArray()))
            .Write();
    }
}
