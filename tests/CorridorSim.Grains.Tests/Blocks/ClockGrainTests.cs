using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Tests.Worlds;

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
        var clustered = await SimulateAsync(new GrainBlockEngine(cluster.Grains), plan, lanes);

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
        var engine = new GrainBlockEngine(cluster.Grains);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => engine.SimulateAsync("cancelled", BlockOrder.Of(EncodedExperiment.Of(plan.Experiment), plan.Experiment, new LaneRange(0, 8)), source.Token));

        var after = await SimulateAsync(engine, plan, new LaneRange(0, 8));
        Assert.Equal(BlockSimulation.Run(plan, new LaneRange(0, 8), TestContext.Current.CancellationToken).Values, after.Values);
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
        var order = BlockOrder.Of(EncodedExperiment.Of(plan.Experiment), plan.Experiment, lanes);
        var reply = await engine.SimulateAsync("test", order, TestContext.Current.CancellationToken);
        return reply.ToResult(plan, lanes);
    }
}
