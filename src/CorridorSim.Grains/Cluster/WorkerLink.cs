using System.Net;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// A connection to one worker: an Orleans client whose only gateway is that worker, so that a block goes where it was
/// dealt, and a silent worker holds up nobody else's.
/// </summary>
internal sealed class WorkerLink : IAsyncDisposable
{
    private static readonly TimeSpan OpeningPatience = TimeSpan.FromSeconds(5);

    private readonly IHost _host;
    private readonly IWorkerGrain _pulse;
    private readonly GrainBlockEngine _engine;
    private CancellationTokenSource _lost = new();

    private WorkerLink(WorkerCard card, IHost host)
    {
        Card = card;
        _host = host;
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        _pulse = grains.GetGrain<IWorkerGrain>(0);
        _engine = new GrainBlockEngine(grains);
    }

    /// <summary>What the worker last said about itself.</summary>
    public WorkerCard Card { get; set; }

    /// <summary>True when the worker gave what is false: it gets no block any more.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>True after the worker was given up; it may come back.</summary>
    public bool IsLost => _lost.IsCancellationRequested;

    /// <summary>Connects to a worker.</summary>
    public static async Task<WorkerLink> OpenAsync(WorkerCard card, ClusterSettings settings, CancellationToken cancellation)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleansClient(client =>
        {
            client.UseStaticClustering(new IPEndPoint(IPAddress.Parse(card.Address), card.Gateway));
            client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.Build.ClusterId, "corridorsim"));
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = settings.BlockBudget);
            client.Configure<ConnectionOptions>(o => o.OpenConnectionTimeout = TimeSpan.FromSeconds(2));
            settings.Tls?.Use(client);
        });
        var host = builder.Build();
        var starting = host.StartAsync(cancellation);
        try
        {
            // A gateway that expects certificates leaves a client without one hanging: the start itself has no end.
            await starting.WaitAsync(OpeningPatience, cancellation);
            return new WorkerLink(card, host);
        }
        catch
        {
            _ = starting.ContinueWith(_ => host.Dispose(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            throw;
        }
    }

    /// <summary>Asks the worker for its pulse.</summary>
    public async Task<Pulse> FeelAsync(TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            await _pulse.PingAsync().AsTask().WaitAsync(patience, cancellation);
            return Pulse.Felt;
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            return Pulse.Silent;
        }
        catch (Exception error) when (error is OrleansException or IOException or InvalidOperationException)
        {
            return Pulse.Refused;
        }
    }

    /// <summary>Has a block simulated.</summary>
    /// <exception cref="WorkerLostException">The worker was given up before it answered.</exception>
    public async Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        var lost = _lost.Token;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lost);
        try
        {
            return await _engine.SimulateAsync(run, order, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new WorkerLostException($"worker {Card.Name} was lost");
        }
    }

    /// <summary>Gives the worker up: its blocks end with <see cref="WorkerLostException"/>.</summary>
    public void GiveUp() => _lost.Cancel();

    /// <summary>Trusts the worker again.</summary>
    public void Restore()
    {
        var earlier = Interlocked.Exchange(ref _lost, new CancellationTokenSource());
        earlier.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _lost.CancelAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await _host.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // A worker that is gone cannot take leave.
        }

        _host.Dispose();
    }
}
