using System.Net;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Runs.Dealing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Runtime;

namespace CorridorSim.Grains.Tests.Cluster;

/// <summary>A worker among strangers: clients that want more than blocks, and workers whose numbers are false.</summary>
public sealed class WorkerDoorTests(RedisServer redis) : IClassFixture<RedisServer>
{
    private readonly Notices _notices = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static BlockPlan Plan { get; } = BlockPlan.Compile(new SmallWorld().Declare().Experiment(64, 12));

    [Fact]
    public async Task A_strange_Orleans_client_may_send_blocks_and_nothing_else()
    {
        var settings = Settings(1);
        await using var worker = await RunningWorker.StartAsync(settings);
        using var stranger = await ConnectAsync(settings, worker.Gateway);
        var grains = stranger.Services.GetRequiredService<IGrainFactory>();
        var management = grains.GetGrain<IManagementGrain>(0);
        var country = grains.GetGrain<ICountryGrain>("run/block/USA");

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => management.GetHosts());
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => management.ForceGarbageCollection([]));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => country.BeginAsync(Order(0), 0));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => country.CompleteAsync());

        var block = await grains.SimulateAsync("strange", Order(0), Cancellation);
        Assert.True(block.IsSameAs(Order(0).Simulate()));
        await stranger.StopAsync(Cancellation);
    }

    [Theory]
    [InlineData(0L, int.MaxValue, 0)]
    [InlineData(0L, 0, 0)]
    [InlineData(-8L, 8, 0)]
    [InlineData(long.MaxValue, 8, 0)]
    [InlineData(0L, 8, -1)]
    [InlineData(0L, 8, int.MaxValue)]
    public async Task An_order_that_cannot_be_is_refused_before_anything_is_made_of_it(long first, int count, int variant)
    {
        await using var silo = await EmbeddedSilo.StartAsync(Cancellation);
        var order = Order(0) with { First = first, Count = count, FirstVariant = variant };

        await Assert.ThrowsAsync<ArgumentException>(() => silo.SimulateAsync("hostile", order, Cancellation));
    }

    [Fact]
    public void An_answer_of_another_size_or_about_other_lanes_is_seen()
    {
        var right = Order(0).Simulate();
        var lanes = new LaneRange(0, 8);

        Assert.Null(right.Fault(Plan, lanes));
        Assert.Equal("returned tables of another size", (right with { Values = right.Values[1..] }).Fault(Plan, lanes));
        Assert.Equal("returned tables of another size", (right with { Values = [right.Values[0][1..], .. right.Values[1..]] }).Fault(Plan, lanes));
        Assert.Equal("returned no whole answer", (right with { LedgerError = double.NaN }).Fault(Plan, lanes));
        Assert.Equal("returned lanes that nobody asked for", (right with { Acts = right.Acts with { Failures = [new LaneFailure(8, "USA", 0, "none")] } }).Fault(Plan, lanes));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    [InlineData(0)]
    public async Task A_worker_that_returns_false_numbers_is_found_and_left_out_and_the_result_is_right(int honest)
    {
        var settings = Settings(2 + honest) with { Patience = TimeSpan.Zero };
        await using var false1 = await RunningWorker.StartAsync(settings, Falsify(reply => reply with { Values = [[.. reply.Values[0].Select(v => v + 1)], .. reply.Values[1..]] }));
        await using var engine = await BlockEngine.OpenAsync(settings, Cancellation);
        var others = new List<RunningWorker>();
        for (var worker = 0; worker < honest; worker++)
        {
            others.Add(await RunningWorker.StartAsync(settings));
        }

        await _notices.UntilAsync("joined", 1 + honest);

        if (honest == 0)
        {
            // The first block is out before it is checked, and is called back; then there is nobody to ask.
            await Assert.ThrowsAsync<ClusterException>(() => RunAsync(engine));
        }
        else
        {
            var results = await RunAsync(engine);
            Assert.All(results, r => Assert.True(Order(r.Key).Simulate().IsSameAs(r.Value)));
        }

        await _notices.UntilAsync("returned false numbers for lanes ", 1);
        Assert.Equal(1, _notices.Count("it is left out"));
        foreach (var other in others)
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_worker_whose_answer_has_another_size_is_left_out()
    {
        var settings = Settings(5);
        await using var wrong = await RunningWorker.StartAsync(settings, Falsify(reply => reply with { Values = [] }));
        await using var engine = await BlockEngine.OpenAsync(settings, Cancellation);
        await using var right = await RunningWorker.StartAsync(settings);
        await _notices.UntilAsync("joined", 2);

        var results = await RunAsync(engine);

        Assert.All(results, r => Assert.True(Order(r.Key).Simulate().IsSameAs(r.Value)));
        Assert.Equal(1, _notices.Count("returned tables of another size; 0 blocks since its last check are simulated again elsewhere; it is left out"));
    }

    [Fact]
    public async Task A_worker_listens_to_a_network_with_certificates_or_when_told_to()
    {
        var settings = Settings(6);
        var network = new WorkerOptions { Address = IPAddress.Parse("192.0.2.1") };

        var refused = await Assert.ThrowsAsync<ClusterException>(() => Worker.StartAsync(settings, network, Cancellation));
        var told = await Assert.ThrowsAsync<ClusterException>(() => Worker.StartAsync(settings, network with { IsOpen = true }, Cancellation));

        Assert.StartsWith("a worker at 192.0.2.1 without certificates takes work from everybody who reaches it; ", refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("cannot listen at 192.0.2.1", told.Message, StringComparison.Ordinal);
        Assert.Equal(1, _notices.Count("listening at 192.0.2.1 without certificates"));
    }

    /// <summary>Has eight blocks simulated as the runner does: those that are called back again, until none is.</summary>
    private static async Task<IReadOnlyDictionary<int, BlockReply>> RunAsync(IBlockEngine engine)
    {
        var results = new Dictionary<int, BlockReply>();
        int[] open = [.. Enumerable.Range(0, 8)];
        while (open.Length > 0)
        {
            foreach (var (block, reply) in await Task.WhenAll(open.Select(async b => (b, await SimulateAsync(engine, b)))))
            {
                results[block] = reply;
            }

            open = [.. (await engine.RecallAsync("run", Cancellation)).Select(l => (int)(l.First / 8))];
        }

        return results;
    }

    private static async Task<BlockReply> SimulateAsync(IBlockEngine engine, int block)
    {
        while (true)
        {
            try
            {
                return await engine.SimulateAsync("run", Order(block), Cancellation);
            }
            catch (Exception lost) when (BlockLoss.IsLoss(lost))
            {
                // As the runner does.
            }
        }
    }

    private static BlockOrder Order(int block) => BlockOrder.Of(EncodedExperiment.Of(Plan), Plan.Experiment, new LaneRange(block * 8, 8));

    private static WorkerOptions Falsify(Func<BlockReply, BlockReply> falsify) => new()
    {
        Slots = 1,
        Extend = silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            await context.Invoke();
            if (context.Result is BlockReply reply)
            {
                context.Result = falsify(reply);
            }
        }),
    };

    private static async Task<IHost> ConnectAsync(ClusterSettings settings, string gateway)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(IPEndPoint.Parse(gateway));
            client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.Build.ToString(), "corridorsim"));
        });
        var host = builder.Build();
        await host.StartAsync(Cancellation);
        return host;
    }

    private ClusterSettings Settings(int database) => new(redis.Address with { Database = database }) { Notice = _notices.Add };
}
