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

    /// <summary>The months before the family scheme closes, then the rest from the posterior of the first: the known values are held as after one fit to all.</summary>
    [Fact]
    public async Task A_fit_that_goes_on_knows_what_one_fit_to_all_months_knows_and_learns_from_no_month_twice()
    {
        using var twin = new TwinWorld("displaced-schemes.yaml", 3);
        var all = Plan(twin);
        var first = all with { Months = 15, WriteTo = Path.Combine(Path.GetDirectoryName(twin.Calibration)!, "posterior.csv") };
        await File.WriteAllTextAsync(first.WriteTo, PosteriorWriter.Text(first, await CalibrateAsync(first)), TestContext.Current.CancellationToken);

        var earlier = Earlier(first);
        var next = earlier.GoOn(first);
        var report = await CalibrateAsync(next);
        var whole = await CalibrateAsync(all);

        Assert.Equal((all.Months, 96), (next.Months, next.Members));
        Assert.All(report.Series, s => Assert.Equal(9, s.Months));
        Assert.All(report.Parameters, p => Assert.StartsWith("posterior of 2022-10 to 2023-12", p.Source, StringComparison.Ordinal));
        Assert.All(report.Parameters.Zip(whole.Parameters), p =>
            Assert.True(Math.Abs(p.First.Median - p.Second.Median) < p.Second.P95 - p.Second.P05, $"{p.First.Path}: {p.First.Median} and {p.Second.Median}"));

        var text = PosteriorWriter.Text(next, report);
        Assert.Contains("2022-10 to 2024-09; made by", text, StringComparison.Ordinal);
        Assert.Contains("# Goes on from the posterior of 2022-10 to 2023-12", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(first.WriteTo, text, TestContext.Current.CancellationToken);
        Assert.Equal(all.Series.Select(s => s.Name), Earlier(first).Waits(first));
    }

    /// <summary>The admissions of the first year teach nothing: what is wrong with them changes no figure of the fit.</summary>
    [Fact]
    public async Task Months_before_a_series_counts_teach_nothing()
    {
        using var twin = new TwinWorld("displaced-schemes.yaml", 4);
        twin.Replace("admissions: {}", "admissions: { from: 2023-10 }");
        var report = await CalibrateAsync(twin);
        twin.Spoil("admissions", "2023-01");
        var spoilt = await CalibrateAsync(twin);

        Assert.All(report.Series, s => Assert.Equal(s.Series == "admissions" ? 12 : 24, s.Months));
        Assert.Equal(report.Misfit, spoilt.Misfit);
        Assert.Equal(report.Parameters.Select(p => p.Median), spoilt.Parameters.Select(p => p.Median));
    }

    [Theory]
    [InlineData("# Posterior sample of the calibration 'twin', 2022-11 to 2023-12; made by hand.\n", "from 2022-10 on")]
    [InlineData("", "from 2022-10 on")]
    [InlineData("# Posterior sample of the calibration 'twin', 2022-10 to 2023-12; made by hand.\n", "no column for channels.gbr-family-scheme.appeal, channels.gbr-homes-for-ukraine.appeal")]
    public void A_posterior_that_cannot_be_gone_on_from_is_refused(string head, string cause)
    {
        using var twin = new TwinWorld("displaced-schemes.yaml", 3);
        var plan = Plan(twin) with { WriteTo = Path.Combine(Path.GetDirectoryName(twin.Calibration)!, "posterior.csv") };
        File.WriteAllText(plan.WriteTo, head + "channels.gbr-family-scheme.arrival-months,channels.gbr-homes-for-ukraine.arrival-months\n1.5,1.6\n");
        var bag = new DiagnosticBag();

        Assert.Null(EarlierFit.Read(plan, bag));

        Assert.Contains(cause, Assert.Single(bag.Sorted).Message, StringComparison.Ordinal);
    }

    private static EarlierFit Earlier(CalibrationPlan plan)
    {
        var bag = new DiagnosticBag();
        var earlier = EarlierFit.Read(plan, bag);
        Assert.Empty(bag.Sorted);
        return earlier!;
    }

    private static CalibrationPlan Plan(TwinWorld twin)
    {
        var bag = new DiagnosticBag();
        var plan = CalibrationFile.Load(twin.Calibration, null, bag);
        Assert.Empty(bag.Sorted);
        return plan!;
    }

    private static Task<CalibrationReport> CalibrateAsync(TwinWorld twin) => CalibrateAsync(Plan(twin));

    private static async Task<CalibrationReport> CalibrateAsync(CalibrationPlan plan)
    {
        var runner = new Runner(new LoopEngine());
        var calibration = new ScenarioCalibration(plan, (experiment, token) => runner.RunAsync(experiment, new RunnerOptions(), null, token));
        return await calibration.RunAsync(null, TestContext.Current.CancellationToken);
    }
}
