using CorridorSim.Analysis.Calibration;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Calibration;

/// <summary>
/// Twin experiments on a shipped world: observations are simulated with parameters that are known, blurred by the stated error,
/// and the calibration has to find the parameters again, or to notice that its structure is not the one that made them.
/// </summary>
public sealed class TwinExperimentTests
{
    /// <summary>
    /// Ten records of the same world with other noise: 40 intervals of 90 % are to hold 36 of the known values. Fewer than 30 has a
    /// chance of 1 in 700 when the intervals are right.
    /// </summary>
    [Fact]
    public async Task Known_parameters_of_a_shipped_world_lie_within_their_posterior_intervals_as_often_as_those_say()
    {
        var held = 0;
        for (var noise = 1UL; noise <= 10; noise++)
        {
            using var twin = new TwinWorld("displaced-schemes.yaml", noise);

            var report = await CalibrateAsync(twin);

            Assert.True(report.Converged);
            Assert.False(report.IsMisfit, $"misfit {report.Misfit}");
            Assert.Equal(TwinWorld.Truth.Count, report.Parameters.Count);
            Assert.All(report.Parameters, p => Assert.True(p.SpreadRatio < 0.7, $"{p.Path} learned nothing: {p.SpreadRatio}"));
            Assert.All(report.Parameters, p => Assert.InRange(p.Median, TwinWorld.Truth[p.Path] - 0.5, TwinWorld.Truth[p.Path] + 0.5));
            held += report.Parameters.Count(p => TwinWorld.Truth[p.Path] >= p.P05 && TwinWorld.Truth[p.Path] <= p.P95);
        }

        Assert.True(held >= 30, $"{held} of 40");
    }

    [Fact]
    public async Task Observations_of_a_world_in_which_the_scheme_never_closed_are_noticed_as_a_misfit()
    {
        using var twin = new TwinWorld("displaced-family-open.yaml", 1);

        var report = await CalibrateAsync(twin);

        Assert.True(report.IsMisfit, $"misfit {report.Misfit}");
    }

    private static async Task<CalibrationReport> CalibrateAsync(TwinWorld twin)
    {
        var bag = new DiagnosticBag();
        var plan = CalibrationFile.Load(twin.Calibration, null, bag);
        Assert.Empty(bag.Sorted);
        var runner = new Runner(new LoopEngine());
        var calibration = new ScenarioCalibration(plan!, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions(), null, token));
        return await calibration.RunAsync(null, TestContext.Current.CancellationToken);
    }
}
