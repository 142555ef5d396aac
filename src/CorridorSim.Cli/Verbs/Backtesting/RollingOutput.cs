using System.Globalization;
using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Validation;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Cli.Verbs.Backtesting;

/// <summary>What a backtest from several origins says.</summary>
internal sealed class RollingOutput(CalibrationPlan plan, RollingReport report, (ForecastErrors Nationality, ForecastErrors Total) errors, IReadOnlyList<string> given)
{
    private readonly PlaceWords _places = new(plan.Base.Experiment.World);

    private string[] Fitted => [.. plan.Series.Select(s => s.Name.Series).Distinct()];

    public async Task WriteTextAsync()
    {
        await Console.Out.WriteLineAsync($"{plan.Title}: forecasts from {report.Fits.Count} origins, each fitted to the months before it alone; errors of log(1 + flow)");
        new TerminalTable("origin", ">months fitted", ">misfit").With(report.Fits.Select(f => new[]
        {
            CalendarMonth.Format(f.Origin), f.Months.ToString(CultureInfo.InvariantCulture), Figures.Fixed(f.Misfit),
        })).Write();
        HorizonTable.Write("By months ahead, all origins", report.Horizons().Select(s => (string.Empty, s)), _places);
        HorizonTable.Write("By origin", report.ByOrigin().Select(o => (CalendarMonth.Format(o.Origin), o.Score)), _places);
        await WriteYearsAsync();
        WritePercents();
        await WriteWeightsAsync();
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Errors used: single nationalities {errors.Nationality.Start} + {errors.Nationality.Growth} a root month, totals {errors.Total.Start} + {errors.Total.Growth}; weight {errors.Nationality.Weight} and {errors.Total.Weight}; each month the last observed ones lose {errors.Nationality.Fade:0.##%} and {errors.Total.Fade:0.##%} of what weight is left."));
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
        Percent = PercentErrors.Of(report.Sets).Select(Json),
        PercentGiven = given.Count == 0 ? null : OfGiven().Select(Json),
        Residuals = LevelResidual.Of(report.Sets[^1]),
        Weights = report.AtOtherWeights(Fitted, errors.Nationality).Select(x => new { x.Weight, MonthsAhead = $"{x.First}-{x.Last}", x.Rmse }),
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

        await Console.Out.WriteLineAsync("Totals of the first twelve months beside the twelve before, all nationalities, in persons or events");
        new TerminalTable("origin", "series", ">counted", ">default", ">model", ">last year").With(years.Select(y => new[]
        {
            CalendarMonth.Format(y.Origin), _places.Counted(y.Series), Figures.People(y.Observed), Figures.People(y.Default), Figures.People(y.Model), Figures.People(y.LastYear),
        })).Write();
        await Console.Out.WriteLineAsync("Median absolute error of these totals, all origins");
        new TerminalTable("series", ">origins", ">default", ">model", ">last year").With(years.GroupBy(y => y.Series).Select(g => new[]
        {
            _places.Counted(g.Key), g.Count().ToString(CultureInfo.InvariantCulture),
            Figures.Percent(Median(g, y => y.Error(y.Default))), Figures.Percent(Median(g, y => y.Error(y.Model))), Figures.Percent(Median(g, y => y.Error(y.LastYear))),
        })).Write();
    }

    private static double Median(IEnumerable<YearTotal> years, Func<YearTotal, double> error) => Quantiles.Median([.. years.Select(error)]);

    private static object Json(PercentErrors p) => new { p.Series, p.Quarters, p.Origins, Errors = p.Errors.ToDictionary(e => HubTable.ModelOf(e.Key), e => e.Value) };

    private void Write(string title, IEnumerable<PercentErrors> rows)
    {
        Console.Out.WriteLine(title);
        new TerminalTable("series", ">quarters", ">origins", ">default", ">model", ">last month", ">last year", ">seasonal", ">trend", ">drift")
            .With(rows.Select(r => new[] { _places.Counted(r.Series), r.Quarters.ToString(CultureInfo.InvariantCulture), r.Origins.ToString(CultureInfo.InvariantCulture) }
                .Concat(Enum.GetValues<ForecastMethod>().Select(m => double.IsNaN(r.Errors[m]) ? "-" : (100 * r.Errors[m]).ToString("0.0", CultureInfo.InvariantCulture))).ToArray()))
            .Write();
    }

    private IEnumerable<PercentErrors> OfGiven() => PercentErrors.Of(report.Sets.Select(s => s.WithGiven(given)));

    /// <summary>Levels and quarters at exact distances, and what the flows of levels leave unexplained.</summary>
    private void WritePercents()
    {
        PercentErrors[] rows = [.. PercentErrors.Of(report.Sets)];
        if (rows.Length == 0)
        {
            return;
        }

        Write("All nationalities, exactly so many quarters ahead: mean absolute error in % of what was observed (last month: persistence)", rows);
        if (given.Count > 0)
        {
            Write($"Levels with {string.Join(" and ", given.Select(_places.Counted))} given", OfGiven().Where(r => !given.Contains(r.Series)));
        }

        Console.Out.WriteLine("What flows leave unexplained of a level before the last origin, a period each");
        new TerminalTable("series", ">periods", ">median", ">5%", ">95%", ">within its error")
            .With(LevelResidual.Of(report.Sets[^1]).Select(r => new[]
            {
                _places.Counted(r.Series), r.Periods.ToString(CultureInfo.InvariantCulture), Figures.Level(r.Middle, "persons"), Figures.Level(r.Lower, "persons"), Figures.Level(r.Upper, "persons"), Figures.Percent(r.Within),
            })).Write();
    }

    private async Task WriteWeightsAsync()
    {
        await Console.Out.WriteLineAsync("Share of the model's change that is taken: pooled error of nationalities, fitted series");
        var rows = report.AtOtherWeights(Fitted, errors.Nationality).ToArray();
        string[] ranges = [.. rows.Select(r => $"{r.First}-{r.Last}").Distinct()];
        new TerminalTable(["weight", .. ranges.Select(r => ">" + r)])
            .With(rows.GroupBy(r => r.Weight).Select(g => new[] { Figures.Setting(g.Key) }.Concat(ranges.Select(r => Figures.Fixed(g.Single(x => $"{x.First}-{x.Last}" == r).Rmse))).ToArray()))
            .Write();
    }
}
