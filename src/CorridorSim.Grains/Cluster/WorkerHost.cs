using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Clustering.Redis;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>One life of the silo of a worker, from its start to its end.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    private readonly IHost _host;
    private readonly StrongBox<bool> _condemned;

    private WorkerHost(IHost host, IPEndPoint gateway, StrongBox<bool> condemned)
    {
        _host = host;
        _condemned = condemned;
        Gateway = gateway;
        Blocks = host.Services.GetRequiredService<BlockStore>();
    }

    /// <summary>Where clients reach the silo.</summary>
    public IPEndPoint Gateway { get; }

    /// <summary>True when the other silos have declared this one dead.</summary>
    public bool IsCondemned => Volatile.Read(ref _condemned.Value);

    /// <summary>The blocks at work.</summary>
    public BlockStore Blocks { get; }

    /// <summary>Starts a silo.</summary>
    /// <exception cref="ClusterException">Its ports are taken, or it cannot join.</exception>
    public static async Task<WorkerHost> StartAsync(ClusterSettings settings, WorkerOptions options, CancellationToken cancellation)
    {
        var address = options.Address ?? AddressTowards(settings.Address);
        WorkerDoor.Demand(address, settings, options.IsOpen);
        try
        {
            return await FreePorts.StartAsync(() => StartAsync(settings, options, address, cancellation));
        }
        catch (Exception error) when (error is SocketException || FreePorts.AreTaken(error))
        {
            throw new ClusterException($"cannot listen at {address}{Wanted(options)} ({error.Message}); give an address of this machine with --address, and ports that are free.", error);
        }
    }

    private static async Task<WorkerHost> StartAsync(ClusterSettings settings, WorkerOptions options, IPAddress address, CancellationToken cancellation)
    {
        var silo = options.SiloPort > 0 ? options.SiloPort : FreePorts.Next(address);
        var gateway = options.GatewayPort > 0 ? options.GatewayPort : FreePorts.Next(address);
        var condemned = new StrongBox<bool>();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        AddLogging(builder.Logging, options);
        builder.UseOrleans(orleans =>
        {
            orleans.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.Build.ClusterId, "corridorsim"));
            orleans.UseRedisClustering(o => o.ConfigurationOptions = settings.Address.ToRedis());
            orleans.ConfigureEndpoints(address, silo, gateway);
            orleans.Configure<ClusterMembershipOptions>(Lenient);
            orleans.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = settings.BlockBudget);
            orleans.AddSimulation();
            orleans.AddIncomingGrainCallFilter(new WorkerDoor(options.Pass));
            settings.Tls?.Use(orleans);
            DeathNotice.AddTo(orleans.Services, () => Volatile.Write(ref condemned.Value, true));
            options.Extend(orleans);
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancellation);
            return new WorkerHost(host, new IPEndPoint(address, gateway), condemned);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>True when the membership table does not know this silo any more, as after the loss of the database.</summary>
    public async Task<bool> IsForgottenAsync()
    {
        try
        {
            var table = await _host.Services.GetRequiredService<IMembershipTable>().ReadAllAsync();
            return table.TryGet(_host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress) is null;
        }
        catch (RedisClusteringException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Leaving in form needs Redis, and a place in its table: without them the silo tries for minutes, which nobody need wait for.
        var ending = Task.Run(EndAsync);
        _ = await Task.WhenAny(ending, Task.Delay(StopPatience + TimeSpan.FromSeconds(2)));
    }

    private async Task EndAsync()
    {
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await _host.StopAsync(patience.Token);
        }
        catch (Exception error) when (error is OperationCanceledException or OrleansException || WorkerRegistry.IsAway(error))
        {
            // The others notice by themselves.
        }

        _host.Dispose();
    }

    // No block depends on a second silo, so a worker that was only paused for a while can go on; who uses the cluster notices
    // silence by itself, within seconds. But a newcomer may not join before every member has answered it or is taken for dead:
    // half a minute is long enough to wait for one that hangs.
    private static void Lenient(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 10;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(20);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedTableIAmAliveLimit = 3;
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(2);
        options.DefunctSiloExpiration = TimeSpan.FromHours(1);
        options.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
    }

    private static void AddLogging(ILoggingBuilder logging, WorkerOptions options)
    {
        logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "HH:mm:ss ", true));
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Critical);
        logging.AddFilter("CorridorSim", options.IsTalkative ? LogLevel.Information : LogLevel.Warning);
    }

    private static IPAddress AddressTowards(ClusterAddress redis)
    {
        try
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            socket.Connect(redis.Host, redis.Port);
            return ((IPEndPoint)socket.LocalEndPoint!).Address;
        }
        catch (SocketException error)
        {
            throw new ClusterException($"cannot find the way to {redis} ({error.Message}); give the address of this machine with --address.", error);
        }
    }

    private static string Wanted(WorkerOptions options)
    {
        var ports = new[] { options.SiloPort, options.GatewayPort }.Where(p => p > 0).ToArray();
        return ports.Length == 0 ? string.Empty : $" on port {string.Join(" or ", ports)}";
    }
}
