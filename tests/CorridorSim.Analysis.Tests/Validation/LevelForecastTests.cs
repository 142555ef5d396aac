using CorridorSim.Analysis.Forecasting;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Tests.Validation;

/// <summary>Levels beside flows: periods of observations, the account that flows leave open, forecasts by flows.</summary>
public sealed class LevelForecastTests
{
    private static readonly int Start = CalendarMonth.Of(2020, 1);

    [Fact]
    public void A_level_is_forecast_by_its_flows_and_the_residual_that_they_left()
    {
        // Each quarter 100 come, 60 go and 5 more appear: 45 a quarter.
        var (level, inflow, outflow) = (Of("claims-waiting", [1045, 1090, 1135, 1180]), Of("claims", [100, 100, 100, 100]), Of("first-decisions", [60, 60, 60, 60]));

        var forecast = LevelForecast.Complete([level, inflow, outflow], [])[0];

        Assert.Equal([5.0, 5.0, 5.0], LevelForecast.Residuals(level, [inflow], [outflow]));
        Assert.All(forecast.Members[2], v => Assert.Equal(1180 + 45, v, 6));
        Assert.All(forecast.Members[5], v => Assert.Equal(1180 + 90, v, 6));
    }

    [Fact]
    public void A_flow_that_is_given_stands_for_its_forecast()
    {
        var outflow = Of("first-decisions", [60, 60, 60, 60], after: [160, 260]);
        var forecasts = LevelForecast.Complete([Of("claims-waiting", [1045, 1090, 1135, 1180]), Of("claims", [100, 100, 100, 100]), outflow], ["first-decisions:office"]);

        Assert.All(forecasts[0].Members[2], v => Assert.Equal(1180 + 100 - 160 + 5, v, 6));
        Assert.All(forecasts[0].Members[5], v => Assert.Equal(1180 + 200 - 420 + 10, v, 6));
    }

    [Fact]
    public void A_level_whose_flows_were_not_observed_is_forecast_as_it_was_last()
    {
        var level = Of("claims-waiting", [1045, 1090, 1135, 1180]);

        Assert.Same(level, LevelForecast.Complete([level, Of("claims", [100, 100, 100, 100])], [])[0]);
    }

    [Theory]
    [InlineData("2022-Q2", ReportStep.Quarter, 2022, 6)]
    [InlineData("2022-05", ReportStep.Month, 2022, 5)]
    public void A_period_is_kept_at_its_last_month(string period, ReportStep step, int year, int month)
    {
        var (table, _) = Read($"claims:office,ALL,{period},7\n");
        var name = new ObservedName("claims:office", "ALL");

        Assert.Equal(step, table!.Step(name));
        Assert.Equal((CalendarMonth.Of(year, month), CalendarMonth.Of(year, month)), table.Span(name));
    }

    [Fact]
    public void Four_weeks_make_a_month_a_sum_of_flows_and_the_last_of_levels()
    {
        var (table, _) = Read(string.Concat(Enumerable.Range(1, 4).Select(w => $"claims:office,ALL,2022-05-w{w},{w}\nclaims-waiting:office,ALL,2022-05-w{w},{w}\n")) + "claims:office,ALL,2022-06-w1,9\n");

        Assert.Equal(10, table!.Value(new ObservedName("claims:office", "ALL"), CalendarMonth.Of(2022, 5)));
        Assert.Equal(4, table.Value(new ObservedName("claims-waiting:office", "ALL"), CalendarMonth.Of(2022, 5)));
        Assert.True(double.IsNaN(table.Value(new ObservedName("claims:office", "ALL"), CalendarMonth.Of(2022, 6))));
    }

    [Fact]
    public void Rows_of_different_length_are_told_with_their_place()
    {
        var (table, problems) = Read("claims:office,ALL,2022-Q1,7\nclaims:office,ALL,2022-05,7\n");

        Assert.Null(table);
        Assert.Equal("o.csv:3:19: claims:office/ALL is counted by quarter in its first row and by month here; give all its rows one length", Assert.Single(problems));
    }

    private static (ObservationTable? Table, IReadOnlyList<string> Problems) Read(string rows)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "series,nationality,month,value\n" + rows);
            var bag = new DiagnosticBag();
            return (ObservationTable.Read(path, "o.csv", bag), [.. bag.Sorted.Select(d => d.ToString())]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Four quarters before the origin and two after it; the model has the same in every quarter.</summary>
    private static SeriesForecast Of(string variable, double[] before, double[]? after = null)
    {
        var observed = Enumerable.Repeat(double.NaN, 18).ToArray();
        foreach (var (value, q) in before.Concat(after ?? []).Select((v, q) => (v, q)))
        {
            observed[(q * 3) + 2] = value;
        }

        double[][] model = [.. Enumerable.Repeat(new[] { before[^1], before[^1] }, 18)];
        var series = new ObservedSeries(new ObservedName($"{variable}:office", "ALL"), [new SeriesKey(variable, "office", "ALL")], 0.2)
        {
            Step = ReportStep.Quarter,
            Inflows = variable == "claims-waiting" ? ["claims:office"] : [],
            Outflows = variable == "claims-waiting" ? ["first-decisions:office"] : [],
        };
        return new SeriesForecast(series, Start, Start + 12, observed, model, [], new Rivals([], Start + 12)).With(new ForecastErrors(0.5, 0, 0)) is var forecast
            ? forecast with { Members = [.. forecast.Members.Select(m => m.Select(_ => before[^1]).ToArray())] }
            : forecast;
    }
}
