using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Networking.Shared;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// A connection to one worker: an Orleans client whose only gateway is that worker, so that a block goes where it was
/// dealt, and a silent worker holds up nobody else's.
/// </summary>
public sealed class WorkerLink(Uri gateway, ClusterSettings settings) : IAsyncDisposable
{
    private const int MaxSlots = 1024;
    private const int LongestName = 200;

    private static readonly TimeSpan OpeningPatience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _lost = new();
    private IHost? _host;
    private IGrainFactory? _grains;
    private Task _opening = Task.CompletedTask;
    private int _open;

    /// <summary>Where it takes blocks.</summary>
    public Uri Gateway { get; } = gateway;

    /// <summary>Machine and process, for people.</summary>
    public string Name { get; private set; } = string.Empty;

    /// <summary>Blocks it works on at the same time.</summary>
    public int Slots { get; private set; }

    /// <summary>True when it has said that it takes no block any more.</summary>
    public bool IsLeaving { get; set; }

    /// <summary>True when it gave what is false: it gets no block any more.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>True when blocks that were sent to it have not been answered.</summary>
    public bool HasBlocks => Volatile.Read(ref _open) > 0;

    /// <summary>Cancelled when the connection is gone, or the worker is given up.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>From the first attempt to connect to the end of the connection.</summary>
    public Task Life { get; set; } = Task.CompletedTask;

    /// <summary>Connects to the worker.</summary>
    public async Task OpenAsync()
    {
        var address = new IPEndPoint(IPAddress.Parse(Gateway.Host), Gateway.Port);
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(address);
            client.Configure<ClusterOptions>(settings.Name);
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = settings.BlockBudget);
            client.Configure<ConnectionOptions>(o => o.OpenConnectionTimeout = TimeSpan.FromSeconds(2));
            client.Configure<SocketConnectionOptions>(o => (o.KeepAliveTimeSeconds, o.KeepAliveIntervalSeconds, o.KeepAliveRetryCount) = (5, 3, 3));
            client.AddClusterConnectionLostHandler((_, _) => GiveUp());
            settings.Tls?.Use(client);
        });
        _host = builder.Build();

        // A gateway that expects certificates leaves a client without one hanging: the start itself has no end.
        _opening = _host.StartAsync(Lost);
        await _opening.WaitAsync(OpeningPatience, Lost);
        var grains = _host.Services.GetRequiredService<IGrainFactory>();
        var metadata = await grains.GetGrain<IWorkerGrain>(0).DescribeAsync().AsTask().WaitAsync(OpeningPatience, Lost);
        (_grains, (Name, Slots)) = (grains, Read(metadata, address));
    }

    /// <summary>Has a block simulated.</summary>
    /// <exception cref="BlockLostException">The worker was lost, or given up, before it answered.</exception>
    public async Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Lost);
        _ = Interlocked.Increment(ref _open);
        try
        {
            var reply = await _grains!.SimulateAsync(run, order, either.Token).WaitAsync(either.Token);
            _ = Interlocked.Decrement(ref _open);
            return reply;
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException && Lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // A link that is put away between the choice of the worker and the call has no client any more.
            throw new BlockLostException($"worker {Name} was lost");
        }
        catch (Exception error) when (error is WorkerLeavingException || !BlockLoss.IsLoss(error))
        {
            _ = Interlocked.Decrement(ref _open);
            throw;
        }
    }

    /// <summary>Gives the worker up: its blocks end with <see cref="BlockLostException"/>.</summary>
    public void GiveUp() => _lost.Cancel();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lost.CancelAsync();
        try
        {
            await (_grains is null ? Task.CompletedTask : _host!.StopAsync());
        }
        catch (OperationCanceledException)
        {
            // A worker that is gone cannot take leave.
        }

        _ = _opening.ContinueWith(_ => _host?.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    // What a worker says about itself is checked: it may be anybody.
    private static (string Name, int Slots) Read(ImmutableDictionary<string, string> metadata, IPEndPoint address)
    {
        var name = string.Concat(metadata.GetValueOrDefault(WorkerGrain.Name, string.Empty).Where(c => !char.IsControl(c)).Take(LongestName));
        return int.TryParse(metadata.GetValueOrDefault(WorkerGrain.Slots), NumberStyles.None, CultureInfo.InvariantCulture, out var slots) && slots is >= 1 and <= MaxSlots
            ? (name.Length > 0 ? name : address.ToString(), slots)
            : throw new InvalidDataException("it does not say how many blocks it takes");
    }
}
