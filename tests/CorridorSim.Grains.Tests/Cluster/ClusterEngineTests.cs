using System.Net;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Dealing;
using StackExchange.Redis;

namespace CorridorSim.Grains.Tests.Cluster;

public sealed class ClusterEngineTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private static readonly BuildIdentity OtherBuild = new("9.9.9", "0123456789ab");

    private readonly Notices _notices = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Blocks_on_two_workers_equal_the_plain_loop_and_each_worker_has_its_share()
    {
        var settings = Settings(1);
        await using var first = await RunningWorker.StartAsync(settings);
        await using var second = await RunningWorker.StartAsync(settings);
        await using var engine = await BlockEngine.OpenAsync(settings, Cancellation);
        await _notices.UntilAsync("joined", 2);
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(64, 12));

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(b => SimulateAsync(engine, plan, new LaneRange(b * 8, 8))));

        for (var block = 0; block < 8; block++)
        {
            Assert.Equal(BlockSimulation.Run(plan, new LaneRange(block * 8, 8), Cancellation).Values, results[block].Values);
        }
    }

    [Fact]
    public async Task A_worker_that_leaves_finishes_what_it_has_and_its_successor_takes_over()
    {
        var settings = Settings(2);
        var first = await RunningWorker.StartAsync(settings);
        await using var engine = await BlockEngine.OpenAsync(settings, Cancellation);
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(16, 12));
        await using var second = await RunningWorker.StartAsync(settings);
        var early = SimulateAsync(engine, plan, new LaneRange(0, 8));

        await first.DisposeAsync();

        var late = SimulateAsync(engine, plan, new LaneRange(8, 8));
        Assert.Equal(BlockSimulation.Run(plan, new LaneRange(0, 8), Cancellation).Values, (await early).Values);
        Assert.Equal(BlockSimulation.Run(plan, new LaneRange(8, 8), Cancellation).Values, (await late).Values);
    }

    [Fact]
    public async Task Builds_never_mix_and_both_sides_are_told()
    {
        var settings = Settings(3);
        await using var ours = await RunningWorker.StartAsync(settings);
        await using var theirs = await RunningWorker.StartAsync(settings with { Build = OtherBuild });
        await _notices.UntilAsync($"there are or were workers of another build, {settings.Build}, ", 1);

        await using var engine = await ClusterEngine.OpenAsync(settings, Cancellation);
        var stranger = settings with { Build = OtherBuild with { Code = "another" }, OpeningPatience = TimeSpan.Zero };
        var refused = await Assert.ThrowsAsync<ClusterException>(() => BlockEngine.OpenAsync(stranger, Cancellation));

        Assert.Equal(1, engine.Slots);
        Assert.StartsWith($"no worker at {settings.Address} is of this build, {stranger.Build}; there are or were some of build ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rubbish_in_the_list_of_workers_is_one_line_for_workers_and_clients()
    {
        var settings = Settings(9) with { OpeningPatience = TimeSpan.Zero };
        await using var redis = await ConnectionMultiplexer.ConnectAsync(settings.Address.ToRedis());
        _ = await redis.GetDatabase().HashSetAsync($"corridorsim/members/{settings.Build}", "S127.0.0.1:1:1", "{ rubbish");

        var client = await Assert.ThrowsAsync<ClusterException>(() => BlockEngine.OpenAsync(settings, Cancellation));

        Assert.DoesNotContain('\n', client.Message);
        await _notices.UntilAsync("cannot be read", 1);
    }

    [Fact]
    public async Task Without_a_worker_the_message_says_how_to_start_one()
    {
        var settings = Settings(5) with { OpeningPatience = TimeSpan.Zero };

        var error = await Assert.ThrowsAsync<ClusterException>(() => BlockEngine.OpenAsync(settings, Cancellation));

        Assert.Equal($"no worker at {settings.Address}; start one with 'corridorsim silo --cluster {settings.Address}'.", error.Message);
    }

    [Fact]
    public async Task Without_Redis_the_message_names_the_address()
    {
        var settings = new ClusterSettings(new ClusterAddress("127.0.0.1", 1));

        var client = await Assert.ThrowsAsync<ClusterException>(() => BlockEngine.OpenAsync(settings, Cancellation));
        var worker = await Assert.ThrowsAsync<ClusterException>(() => Worker.StartAsync(settings, new WorkerOptions(), Cancellation));

        Assert.StartsWith("no Redis answers at redis://127.0.0.1:1 (", client.Message, StringComparison.Ordinal);
        Assert.Equal(client.Message, worker.Message);
    }

    [Fact]
    public async Task When_all_workers_are_gone_for_too_long_the_block_ends_with_a_clear_message_and_a_new_worker_is_welcome()
    {
        var settings = Settings(6) with { Patience = TimeSpan.Zero };
        var worker = await RunningWorker.StartAsync(settings);
        await using var engine = await BlockEngine.OpenAsync(settings, Cancellation);
        await worker.DisposeAsync();
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(8, 12));
        await _notices.UntilAsync("no worker left", 1);

        var error = await Assert.ThrowsAsync<ClusterException>(() => SimulateAsync(engine, plan, new LaneRange(0, 8)));

        Assert.StartsWith("all workers at", error.Message, StringComparison.Ordinal);
        await using var newcomer = await RunningWorker.StartAsync(settings);
        await _notices.UntilAsync("joined", 2);
        var result = await SimulateAsync(engine, plan, new LaneRange(0, 8));
        Assert.Equal(BlockSimulation.Run(plan, new LaneRange(0, 8), Cancellation).Values, result.Values);
    }

    [Fact]
    public async Task Ports_and_addresses_that_cannot_be_had_are_named()
    {
        var settings = Settings(8);
        var taken = settings.Address.Port;

        var silo = await Assert.ThrowsAsync<ClusterException>(() => Worker.StartAsync(settings, new WorkerOptions { SiloPort = taken }, Cancellation));
        var gateway = await Assert.ThrowsAsync<ClusterException>(() => Worker.StartAsync(settings, new WorkerOptions { GatewayPort = taken }, Cancellation));
        var address = await Assert.ThrowsAsync<ClusterException>(() => Worker.StartAsync(settings, new WorkerOptions { Address = IPAddress.Parse("192.0.2.1"), IsOpen = true }, Cancellation));

        Assert.StartsWith($"cannot listen at 127.0.0.1 on port {taken} (", silo.Message, StringComparison.Ordinal);
        Assert.StartsWith($"cannot listen at 127.0.0.1 on port {taken} (", gateway.Message, StringComparison.Ordinal);
        Assert.StartsWith("cannot listen at 192.0.2.1 (", address.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nodes_with_certificates_of_one_authority_work_together_and_strangers_are_refused()
    {
        using var ours = new Certificates();
        using var theirs = new Certificates();
        var settings = Settings(7) with { Tls = ours.Tls };
        await using var worker = await RunningWorker.StartAsync(settings);
        await using var second = await RunningWorker.StartAsync(settings);
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(8, 12));

        await using (var engine = await BlockEngine.OpenAsync(settings, Cancellation))
        {
            var result = await SimulateAsync(engine, plan, new LaneRange(0, 8));
            Assert.Equal(BlockSimulation.Run(plan, new LaneRange(0, 8), Cancellation).Values, result.Values);
        }

        var hasty = settings with { ReachingPatience = TimeSpan.FromSeconds(1) };
        foreach (var stranger in new[] { hasty with { Tls = null }, hasty with { Tls = theirs.Tls } })
        {
            var refused = await Assert.ThrowsAsync<ClusterException>(() => BlockEngine.OpenAsync(stranger, Cancellation));
            Assert.Contains("cannot be reached", refused.Message, StringComparison.Ordinal);
        }
    }

    private ClusterSettings Settings(int database) =>
        new(redis.Address with { Database = database }) { Notice = _notices.Add };

    private static async Task<BlockResult> SimulateAsync(IBlockEngine engine, BlockPlan plan, LaneRange lanes)
    {
        var order = BlockOrder.Of(EncodedExperiment.Of(plan.Experiment), plan.Experiment, lanes);
        while (true)
        {
            try
            {
                return (await engine.SimulateAsync("test", order, Cancellation)).ToResult(plan, lanes);
            }
            catch (Exception lost) when (BlockLoss.IsLoss(lost))
            {
                // As the runner does.
            }
        }
    }
}
