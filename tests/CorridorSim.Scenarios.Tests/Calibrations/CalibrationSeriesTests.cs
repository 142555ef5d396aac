using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Calibrations;

/// <summary>A series may teach from a later month on than the others, where what was counted before is an input.</summary>
public sealed class CalibrationSeriesTests(ScenarioFolder folder) : IClassFixture<ScenarioFolder>
{
    [Fact]
    public void A_series_counts_from_its_own_month_and_the_others_from_that_of_the_window()
    {
        var plan = Load("{ nationalities: [VEN], from: 2022-10 }", out var bag);

        Assert.Empty(bag.Sorted);
        Assert.Equal(CalendarMonth.Of(2022, 10), Assert.Single(plan!.Series, s => s.Name.Series == "encounters-at-ports:MEX>USA").CountsFrom);
        Assert.Equal(plan.FirstMonth, Assert.Single(plan.Series, s => s.Name.Series == "encounters-between-ports:MEX>USA").CountsFrom);
    }

    [Theory]
    [InlineData("2023-01", "counts from 2023-01 on, when the window has ended; leave it out or give an earlier 'from'")]
    [InlineData("2022-13", "'2022-13' is not a date")]
    public void A_month_that_teaches_nothing_is_an_error_with_its_place(string from, string message)
    {
        Assert.Null(Load($"{{ nationalities: [VEN], from: {from} }}", out var bag));

        Assert.Contains(bag.Sorted, d => d.Message.Contains(message, StringComparison.Ordinal) && d.Line == 8);
    }

    private CalibrationPlan? Load(string atPorts, out DiagnosticBag bag)
    {
        var file = folder.Write("test.calibration.yaml", $$"""
            corridorsim: 1
            id: test
            base: americas-history.yaml
            window: { from: 2021-01, to: 2022-12 }
            observations: worlds/americas/observations.csv
            series:
              encounters-between-ports:MEX>USA: { nationalities: [VEN] }
              encounters-at-ports:MEX>USA: {{atPorts}}
            parameters:
              behaviour.word-of-mouth: { lognormal: [0.45, 0.3] }
            """);
        bag = new DiagnosticBag();
        return CalibrationFile.Load(file, null, bag);
    }
}
