using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.MembershipService.SiloMetadata;

namespace CorridorSim.Grains.Cluster;

/// <summary>One life of the silo of a worker, from its start to its end.</summary>
internal sealed class WorkerSilo : IAsyncDisposable
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);

    private readonly IHost _host;

    private WorkerSilo(IHost host, IPEndPoint gateway)
    {
        _host = host;
        Gateway = gateway;
        Blocks = host.Services.GetRequiredService<BlockStore>();
        Table = host.Services.GetRequiredService<WatchedTable>();
    }

    /// <summary>Where clients reach the silo.</summary>
    public IPEndPoint Gateway { get; }

    /// <summary>The blocks at work.</summary>
    public BlockStore Blocks { get; }

    /// <summary>Its place among the members.</summary>
    public WatchedTable Table { get; }

    /// <summary>Starts a silo.</summary>
    /// <exception cref="ClusterException">It may not listen there, its ports are taken, or it cannot join.</exception>
    public static async Task<WorkerSilo> StartAsync(ClusterSettings settings, WorkerOptions options, CancellationToken cancellation)
    {
        var address = options.Address ?? AddressTowards(settings.Address);
        WorkerDoor.Demand(address, settings, options.IsOpen);
        try
        {
            return await FreePorts.StartAsync(() => StartAsync(settings, options, address, cancellation));
        }
        catch (Exception error) when (error is SocketException || FreePorts.AreTaken(error))
        {
            int[] ports = [.. new[] { options.SiloPort, options.GatewayPort }.Where(p => p > 0)];
            var wanted = ports.Length == 0 ? string.Empty : $" on port {string.Join(" or ", ports)}";
            throw new ClusterException($"cannot listen at {address}{wanted} ({error.Message}); give an address of this machine with --address, and ports that are free.", error);
        }
        catch (Exception error) when (error is not (OperationCanceledException or ClusterException))
        {
            throw new ClusterException($"cannot join the workers at {settings.Address} ({error.Message.Split('\n')[0].Trim()}); see that Redis answers and that the workers reach each other, then start this one again.", error);
        }
    }

    private static async Task<WorkerSilo> StartAsync(ClusterSettings settings, WorkerOptions options, IPAddress address, CancellationToken cancellation)
    {
        var silo = options.SiloPort > 0 ? options.SiloPort : FreePorts.Next(address);
        var gateway = options.GatewayPort > 0 ? options.GatewayPort : FreePorts.Next(address);
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}");
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        AddLogging(builder.Logging, options);
        builder.UseOrleans(orleans =>
        {
            orleans.Configure<ClusterOptions>(settings.Name);
            orleans.Configure<SiloOptions>(o => o.SiloName = name);
            orleans.UseSiloMetadata(new Dictionary<string, string> { [WorkerGrain.Name] = name, [WorkerGrain.Slots] = options.Slots.ToString(CultureInfo.InvariantCulture) });
            orleans.UseRedisClustering(o => o.ConfigurationOptions = settings.Address.ToRedis());
            orleans.ConfigureEndpoints(address, silo, gateway);
            orleans.Configure<ClusterMembershipOptions>(Judge);
            orleans.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = settings.BlockBudget);
            orleans.AddSimulation();
            orleans.AddIncomingGrainCallFilter(new WorkerDoor(options.Pass));
            settings.Tls?.Use(orleans);
            WatchedTable.AddTo(orleans.Services, settings);
            options.Extend(orleans);
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync(cancellation);
            return new WorkerSilo(host, new IPEndPoint(address, gateway));
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Leaving in form needs Redis, and a place in its table: without them the silo tries for minutes, which nobody need wait for.
        Table.End();
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
        catch (Exception error) when (error is OperationCanceledException or OrleansException || Members.IsAway(error))
        {
            // The others notice by themselves.
        }

        _host.Dispose();
    }

    // Who does not answer for eight seconds is no member any more, whoever notices first: its blocks are sent elsewhere, and on
    // waking it joins again. No block depends on a second silo, so there is no hurry to tell the others; they read the table.
    private static void Judge(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedProbesLimit = 4;
        options.NumVotesForDeathDeclaration = 1;
        options.EnableConnectionLivenessCheck = false;
        options.UseLivenessGossip = false;
        options.TableRefreshTimeout = TimeSpan.FromSeconds(4);
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        options.NumMissedTableIAmAliveLimit = 3;
        options.MaxJoinAttemptTime = TimeSpan.FromMinutes(2);
        options.DefunctSiloExpiration = TimeSpan.FromHours(1);
        options.DefunctSiloCleanupPeriod = TimeSpan.FromMinutes(10);
    }

    private static void AddLogging(ILoggingBuilder logging, WorkerOptions options)
    {
        logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "HH:mm:ss ", true));
        logging.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
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
}
