using System.Collections.Concurrent;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Tests;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Tests.Folders;

namespace CorridorSim.Runs.Tests.Running;

[Collection(ThreeSilos.Name)]
public sealed class RunnerTests(ThreeSilos cluster)
{
    [Theory]
    [InlineData(8, 1)]
    [InlineData(64, 2)]
    [InlineData(256, 2)]
    public async Task One_silo_and_three_silos_give_the_hash_of_the_plain_loop(int blockSize, int concurrency)
    {
        var experiment = WithPact(70);
        var options = new RunnerOptions { BlockSize = blockSize, Concurrency = concurrency };
        await using var silo = await EmbeddedSilo.StartAsync(TestContext.Current.CancellationToken);

        var embedded = await new Runner(silo).RunAsync(experiment, options);
        var clustered = await new Runner(cluster.Engine).RunAsync(experiment, options);

        var bare = StoredResult.Simulate(experiment, 70).Hash;
        Assert.Equal(bare, embedded.Hash);
        Assert.Equal(bare, clustered.Hash);
    }

    [Fact]
    public void Another_seed_gives_another_hash()
    {
        var experiment = WithPact(8);

        var other = StoredResult.Simulate(experiment with { Seed = experiment.Seed + 1 }, 8);

        Assert.NotEqual(StoredResult.Simulate(experiment, 8).Hash, other.Hash);
    }

    [Fact]
    public async Task A_lost_block_is_sent_again_and_changes_nothing()
    {
        var experiment = WithPact(24);
        var engine = new FaultyEngine(2, () => new BlockLostException("the silo is gone"));

        var result = await new Runner(engine).RunAsync(experiment, new RunnerOptions { BlockSize = 8, Retries = 2 });

        Assert.Equal(StoredResult.Simulate(experiment, 24).Hash, result.Hash);
        Assert.Equal([0L, 8L, 16L], result.Blocks.Select(b => b.FirstLane));
    }

    [Fact]
    public async Task A_block_that_turned_out_false_after_it_was_given_out_is_simulated_again()
    {
        var experiment = WithPact(24);

        var result = await new Runner(new LyingEngine(8)).RunAsync(experiment, new RunnerOptions { BlockSize = 8 });

        Assert.Equal(StoredResult.Simulate(experiment, 24).Hash, result.Hash);
        Assert.Equal([0L, 8L, 16L], result.Blocks.Select(b => b.FirstLane));
    }

    [Fact]
    public async Task A_block_lost_too_often_is_given_up_and_the_others_go_on()
    {
        var engine = new FaultyEngine(3, () => new BlockLostException("the silo is gone"), 8);
        var experiment = WithPact(24);

        var result = await new Runner(engine).RunAsync(experiment, new RunnerOptions { BlockSize = 8, Retries = 2 });

        Assert.Equal(Enumerable.Range(8, 8).Select(l => (long)l), result.Failures.Select(f => f.Lane));
        Assert.All(result.Failures, f => Assert.Equal("given up after 3 tries: the silo is gone", f.Reason));
        var whole = StoredResult.Simulate(experiment, 24);
        Assert.Equal(whole.Lane(0, 7), result.Lane(0, 7));
        Assert.Equal(whole.Lane(0, 16), result.Lane(0, 16));
    }

    [Fact]
    public async Task An_error_in_a_block_is_not_tried_again()
    {
        var engine = new FaultyEngine(1, () => new InvalidOperationException("a bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => new Runner(engine).RunAsync(WithPact(8), new RunnerOptions { Retries = 2 }));
    }

    [Fact]
    public async Task Too_little_memory_is_no_fault_of_a_lane()
    {
        var engine = new FaultyEngine(int.MaxValue, () => new InsufficientMemoryException());

        await Assert.ThrowsAnyAsync<OutOfMemoryException>(
            () => new Runner(engine).RunAsync(WithPact(8), new RunnerOptions { IsolatesFaults = true }));
    }

    [Fact]
    public async Task A_stopped_run_ends_as_stopped()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new Runner(cluster.Engine).RunAsync(WithPact(8), new RunnerOptions(), null, source.Token));
    }

    [Fact]
    public async Task Progress_counts_every_lane_once()
    {
        var progress = new Progressed();

        await new Runner(new FaultyEngine(0, () => new InvalidOperationException()))
            .RunAsync(WithPact(20), new RunnerOptions { BlockSize = 8, Concurrency = 1 }, progress);

        // On a slow machine there is word between blocks too, which counts no lane that is not done.
        Assert.Equal([8L, 16L, 20L], progress.Reports.Select(r => r.LanesDone).Where(done => done > 0).Distinct().Order());
        Assert.All(progress.Reports, r => Assert.Equal(20, r.Lanes));
    }

    private static Experiment WithPact(int replicates)
    {
        var world = new SmallWorld().Declare();
        var places = world.Provision("places", Combination.Add, 1000, ["parole.places"], SmallWorld.FirstMonth + 3);
        world.Enact(world.Agreement("pact", [places]));
        return world.Experiment(replicates, 6);
    }

    private sealed class Progressed : IProgress<RunProgress>
    {
        public ConcurrentBag<RunProgress> Reports { get; } = [];

        public void Report(RunProgress value) => Reports.Add(value);
    }
}
