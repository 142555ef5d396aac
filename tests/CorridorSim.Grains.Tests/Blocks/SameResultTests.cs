using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Running;

namespace CorridorSim.Grains.Tests.Blocks;

/// <summary>The result hash depends on the experiment alone: not on blocks, threads or silos.</summary>
[Collection(ThreeSilos.Name)]
public sealed class SameResultTests(ThreeSilos cluster)
{
    private const int Replicates = 140;

    [Fact]
    public async Task Blocks_of_8_64_or_256_lanes_one_or_two_threads_one_or_three_silos_give_one_hash()
    {
        var experiment = WithPact(seed: 7);
        await using var silo = await EmbeddedSilo.StartAsync(TestContext.Current.CancellationToken);
        var hashes = new HashSet<string>();
        foreach (var engine in new IBlockEngine[] { silo, cluster.Engine })
        {
            foreach (var (blockSize, threads) in new[] { (8, 2), (64, 1), (64, 2), (256, 1), (256, 2) })
            {
                hashes.Add((await RunAsync(engine, experiment, blockSize, threads)).Hash);
            }
        }

        Assert.Single(hashes);
    }

    [Fact]
    public async Task Another_seed_gives_another_hash()
    {
        var engine = cluster.Engine;

        var first = await RunAsync(engine, WithPact(seed: 7), 256, 1);
        var second = await RunAsync(engine, WithPact(seed: 8), 256, 1);

        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    [InlineData(139)]
    [InlineData(140)]
    [InlineData(279)]
    public async Task A_lane_of_an_ensemble_equals_that_history_run_alone_bit_for_bit(int lane)
    {
        var engine = cluster.Engine;
        var together = await RunAsync(engine, WithPact(seed: 7), 64, 2);

        var alone = BlockSimulation.Run(together.Plan, new LaneRange(lane, 1), TestContext.Current.CancellationToken);

        for (var series = 0; series < together.Plan.Series.Count; series++)
        {
            Assert.Equal(alone.Values[series], together.Lane(series, lane));
        }
    }

    private static Task<ExperimentResult> RunAsync(IBlockEngine engine, Experiment experiment, int blockSize, int threads) =>
        new Runner(engine).RunAsync(
            experiment, new RunnerOptions { BlockSize = blockSize, Concurrency = threads }, null, TestContext.Current.CancellationToken);

    /// <summary>Two variants of a world with a suspended pact, so that lanes part ways.</summary>
    private static Experiment WithPact(ulong seed)
    {
        var world = new SmallWorld().Declare();
        var places = world.Provision("places", Combination.Add, 1000, ["parole.places"], SmallWorld.FirstMonth + 2);
        var suspension = new Condition(
            ConditionKind.SuspendWhen,
            -1,
            new SeriesKey(Indicators.EncountersBetweenPorts, "TRA>DES", SeriesKey.All),
            true,
            world.Slot("suspension.in-force", 1),
            world.Slot("threshold", 1200),
            world.Slot("release", 1100),
            world.Slot("for", 0));
        world.Enact(world.Agreement("pact", [places], suspension));
        return world.Experiment(Replicates, 8, seed, world.Variant("without", ("places.in-force", 0)), world.Variant("with"));
    }
}
