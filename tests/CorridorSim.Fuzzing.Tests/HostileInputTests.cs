using CorridorSim.Fuzzing.Targets;

namespace CorridorSim.Fuzzing.Tests;

public sealed class HostileInputTests
{
    private const int Seed = 20_220_419;
    private const int MadeScenarios = 200;

    [Theory]
    [InlineData("scenario", 1500)]
    [InlineData("sweep", 80)]
    [InlineData("compare", 80)]
    [InlineData("optimise", 80)]
    [InlineData("calibration", 80)]
    [InlineData("world", 100)]
    [InlineData("manifest", 200)]
    [InlineData("query", 60)]
    [InlineData("api", 400)]
    public async Task Mutated_and_made_up_input_is_taken_or_refused_with_a_place_and_a_cause(string name, int inputs)
    {
        await using var target = await AllTargets.List.Single(t => t.Name == name).Create();

        var report = await Fuzzer.RunAsync(target, inputs, Seed, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(report.Findings);
        Assert.Equal(inputs, report.Accepted + report.Refused);
        Assert.True(report.Refused > inputs / 10);
    }

    [Fact]
    public async Task Made_scenarios_with_every_lever_conditions_reviews_and_reciprocity_run_conserve_people_and_do_not_depend_on_blocks()
    {
        await using var target = await AllTargets.List.Single(t => t.Name == "run").Create();

        var report = await Fuzzer.RunAsync(target, MadeScenarios, Seed, cancellation: TestContext.Current.CancellationToken);

        Assert.Empty(report.Findings);
        Assert.Equal(MadeScenarios, report.Accepted);
    }

    [Fact]
    public void Every_target_is_in_the_list_of_the_test() =>
        Assert.Equal(10, AllTargets.List.Count);

    [Fact]
    public async Task An_input_that_breaks_a_reader_is_reported_with_its_seed()
    {
        await using var target = new BrokenTarget();

        var report = await Fuzzer.RunAsync(target, 10, Seed, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(10, report.Findings.Count);
        Assert.Equal(target.Next(new Random(report.Findings[3].Seed)), report.Findings[3].Input);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_with_the_next_input_and_keeps_its_findings()
    {
        var path = Path.GetTempFileName();
        File.Delete(path);
        try
        {
            await using var target = new BrokenTarget();
            using var stopping = new CancellationTokenSource();
            var first = new FuzzLedger(path, Seed, TimeSpan.Zero);
            var stop = (FuzzReport report) =>
            {
                Assert.True(first.Note(report));
                if (report.Inputs == 4)
                {
                    stopping.Cancel();
                }
            };
            await Assert.ThrowsAsync<OperationCanceledException>(() => Fuzzer.RunAsync(target, 10, Seed, progress: stop, cancellation: stopping.Token));

            var known = new FuzzLedger(path, Seed, TimeSpan.Zero).Of(target.Name);
            var report = await Fuzzer.RunAsync(target, 10, Seed, before: known, cancellation: TestContext.Current.CancellationToken);

            Assert.Equal(4, known!.Inputs);
            Assert.Equal(Enumerable.Range(Seed, 10), report.Findings.Select(f => f.Seed));
            Assert.Throws<InvalidOperationException>(() => new FuzzLedger(path, Seed + 1, TimeSpan.Zero));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
