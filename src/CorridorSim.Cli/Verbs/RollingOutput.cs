using System.Globalization;
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
        Weights = report.AtOtherWeights(Fitted).Select(x => new { x.Weight, MonthsAhead = $"{x.First}-{x.Last}", x.Rmse }),
        Errors = new { errors.Nationality, errors.Total },
    });

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
