using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;

namespace CorridorSim.Grains.Tests.Blocks;

[Collection(ThreeSilos.Name)]
public sealed class ClockGrainTests(ThreeSilos cluster)
{
    [Fact]
    public async Task A_block_through_grains_equals_the_plain_loop_bit_for_bit()
    {
        var plan = BlockPlan.Compile(WithPact());
        var lanes = new LaneRange(0, 24);
        await using var silo = await EmbeddedSilo.StartAsync(TestContext.Current.CancellationToken);

        var embedded = await SimulateAsync(silo, plan, lanes);
        var clustered = await SimulateAsync(cluster.Engine, plan, lanes);

        var bare = BlockSimulation.Run(plan, lanes, TestContext.Current.CancellationToken);
        Assert.Equal(bare.Values, embedded.Values);
        Assert.Equal(bare.Values, clustered.Values);
        Assert.Equal(bare.Events.Select(e => (e.Month, e.Act, e.Lanes.Count)), clustered.Events.Select(e => (e.Month, e.Act, e.Lanes.Count)));
        Assert.NotEmpty(bare.Events);
    }

    [Fact]
    public async Task A_cancelled_block_stops_and_the_silo_goes_on_working()
    {
        var plan = BlockPlan.Compile(WithPact());
        var engine = cluster.Engine;
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.SimulateAsync("cancelled", Order(plan, new LaneRange(0, 8)), source.Token));

        var after = await SimulateAsync(engine, plan, new LaneRange(0, 8));
        Assert.Equal(BlockSimulation.Run(plan, new LaneRange(0, 8), TestContext.Current.CancellationToken).Values, after.Values);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_block_stopped_half_way_leaves_no_participants_behind()
    {
        // Long enough that it cannot end before it is stopped.
        var plan = BlockPlan.Compile(WithPact() with { Months = 240, Replicates = 1000 });
        await using var silo = await EmbeddedSilo.StartAsync(TestContext.Current.CancellationToken);
        using var source = new CancellationTokenSource();
        var block = silo.SimulateAsync("stopped", Order(plan, new LaneRange(0, 1000)), source.Token);
        while (silo.LaneTicksDone == 0)
        {
            await Task.Yield();
        }

        await source.CancelAsync();
        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => block);

        var managing = silo.Grains.GetGrain<IManagementGrain>(0);
        while ((await managing.GetSimpleGrainStatistics()).Any(IsOfABlock))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }

        static bool IsOfABlock(SimpleGrainStatistic grains) =>
            grains.ActivationCount > 0 && (grains.GrainType.Contains("Country", StringComparison.Ordinal) || grains.GrainType.Contains("Agreement", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_participant_that_cannot_act_ends_its_block()
    {
        var plan = BlockPlan.Compile(WithPact());
        var store = cluster.FirstSilo.GetRequiredService<BlockStore>();
        var counter = store.Open("test/lost", Order(plan, new LaneRange(0, 8))).Counter;
        var neverBegun = cluster.FirstSilo.GetRequiredService<IGrainFactory>().GetGrain<ICountryGrain>("test/lost/USA");

        counter.Open();
        counter.Expect();
        await neverBegun.AdvanceAsync(0, 1);

        _ = await Assert.ThrowsAsync<BlockLostException>(() => counter.CloseAsync().WaitAsync(TestContext.Current.CancellationToken));
        store.Forget("test/lost");
    }

    [Fact]
    public void An_experiment_survives_encoding_to_the_last_bit()
    {
        var experiment = WithPact();

        var decoded = EncodedExperiment.Of(EncodedExperiment.Of(experiment).Decode());

        Assert.Equal(EncodedExperiment.Of(experiment).Key, decoded.Key);
    }

    private static Experiment WithPact()
    {
        var world = new SmallWorld().Declare();
        var places = world.Provision("places", Combination.Add, 1000, ["parole.places"], SmallWorld.FirstMonth + 3);
        world.Enact(world.Agreement("pact", [places]));
        return world.Experiment(24, 12);
    }

    private static async Task<BlockResult> SimulateAsync(IBlockEngine engine, BlockPlan plan, LaneRange lanes)
    {
        var reply = await engine.SimulateAsync("test", Order(plan, lanes), TestContext.Current.CancellationToken);
        return reply.ToResult(plan, lanes);
    }

    private static BlockOrder Order(BlockPlan plan, LaneRange lanes) => BlockOrder.Of(EncodedExperiment.Of(plan.Experiment), plan.Experiment, lanes);
}
