using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// A worker of a cluster: a silo that simulates the blocks it is sent, a member like any other in Orleans' table. It has no state.
/// When it is no member any more, it joins again by itself.
/// </summary>
public sealed class Worker : IAsyncDisposable
{
    private readonly ClusterSettings _settings;
    private readonly WorkerOptions _options;
    private IHost? _host;
    private OwnRow? _row;
    private bool _isLeaving;

    private Worker(ClusterSettings settings, WorkerOptions options) => (_settings, _options) = (settings, options);

    /// <summary>True while blocks are welcome: joined, Redis answers, not leaving.</summary>
    public bool IsReady => _host is not null && _row is { IsAway: false } && !_isLeaving;

    /// <summary>Where clients reach it.</summary>
    public string Gateway { get; private set; } = string.Empty;

    /// <summary>Joins a cluster.</summary>
    /// <exception cref="ClusterException">Redis does not let it in, it may not listen where it is, or it cannot join.</exception>
    public static async Task<Worker> StartAsync(ClusterSettings settings, WorkerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(options);
        await RedisDoor.KnockAsync(settings.Address, cancellation);
        if (await Members.OtherBuildAsync(settings) is { } other)
        {
            settings.Notice($"there are or were workers of another build, {other}, at {settings.Address}; each build is a cluster of its own, this one is {settings.Build}");
        }

        var worker = new Worker(settings, options);
        await worker.JoinAsync(cancellation);
        return worker;
    }

    /// <summary>Works until told to stop, then finishes the blocks at hand and leaves.</summary>
    /// <exception cref="ClusterException">It is no member any more and cannot join again.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                _settings.Notice($"{await _row!.WatchAsync(stop)}; joining again");

                // A silo that is no member any more cannot end its blocks: who asked for them sends them elsewhere.
                await LeaveAsync(TimeSpan.Zero);
                await JoinAsync(stop);
                _settings.Notice($"joined {_settings.Address} again at {Gateway}");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _isLeaving = true;
            await LeaveAsync(_options.Farewell);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await LeaveAsync(TimeSpan.Zero);

    private async Task JoinAsync(CancellationToken cancellation)
    {
        var address = _options.Address ?? AddressTowards(_settings.Address);
        WorkerDoor.Demand(address, _settings, _options.IsOpen);
        try
        {
            IPEndPoint At(int port) => new(address, port > 0 ? port : FreePorts.Next(address));
            _host = await FreePorts.StartAsync(() => WorkerHost.Build(_settings, _options, At(_options.SiloPort), At(_options.GatewayPort)), cancellation);
            Gateway = _host.Services.GetRequiredService<ILocalSiloDetails>().GatewayAddress.Endpoint.ToString();
            _row = _host.Services.GetRequiredService<OwnRow>();
        }
        catch (Exception error) when (error is SocketException || FreePorts.AreTaken(error))
        {
            int[] ports = [.. new[] { _options.SiloPort, _options.GatewayPort }.Where(p => p > 0)];
            var wanted = ports.Length == 0 ? string.Empty : $" on port {string.Join(" or ", ports)}";
            throw new ClusterException($"cannot listen at {address}{wanted} ({error.Message}); give an address of this machine with --address, and ports that are free.", error);
        }
        catch (Exception error) when (error is not (OperationCanceledException or ClusterException))
        {
            throw new ClusterException($"cannot join the workers at {_settings.Address} ({error.Message.Split('\n')[0].Trim()}); see that Redis answers and that the workers reach each other, then start this one again.", error);
        }
    }

    private async Task LeaveAsync(TimeSpan farewell)
    {
        if (Interlocked.Exchange(ref _host, null) is not { } host)
        {
            return;
        }

        var blocks = host.Services.GetRequiredService<BlockStore>();
        blocks.Close();
        var waited = Stopwatch.StartNew();
        while (blocks.Count > 0 && waited.Elapsed < farewell)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        // Leaving in form needs Redis, and a place in its table: without them the silo tries for minutes, which nobody need wait for.
        _ = await Task.WhenAny(Task.Run(() => EndAsync(host)), Task.Delay(WorkerHost.StopPatience + TimeSpan.FromSeconds(2)));
    }

    private static async Task EndAsync(IHost host)
    {
        try
        {
            await host.StopAsync();
        }
        catch (Exception error) when (error is OperationCanceledException or OrleansException || Members.IsAway(error))
        {
            // The others notice by themselves.
        }

        host.Dispose();
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
