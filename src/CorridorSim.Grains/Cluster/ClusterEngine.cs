using System.Collections.Concurrent;
using System.Globalization;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Simulates blocks on the workers of a cluster: each block on one worker, dealt by free slots. A block whose worker is
/// lost ends with a loss, after which the caller sends it again; one that was lost twice gets a worker to itself, so that
/// a block that kills its worker takes no other with it.
/// </summary>
public sealed class ClusterEngine : IBlockEngine
{
    private const int LossesBeforeAlone = 2;
    private const int MostAtOnce = 4096;

    private readonly ClusterSettings _settings;
    private readonly ClusterWatch _watch;
    private readonly CrossChecks<WorkerLink> _checks;
    private readonly ConcurrentDictionary<string, int> _losses = new();

    private ClusterEngine(ClusterSettings settings, ClusterWatch watch)
    {
        _settings = settings;
        _watch = watch;
        _checks = new CrossChecks<WorkerLink>(settings.ChecksOneIn, AskAnotherAsync, watch.LeaveOut);
    }

    /// <summary>Finds the workers of a cluster and connects to them.</summary>
    /// <exception cref="ClusterException">Redis does not answer, or there is no worker of this build.</exception>
    public static async Task<ClusterEngine> OpenAsync(ClusterSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ClusterEngine(settings, await ClusterWatch.OpenAsync(settings, cancellation));
    }

    /// <summary>Slots of all workers.</summary>
    public int Slots => _watch.Slots.Slots;

    /// <inheritdoc/>
    public bool IsReachable => Slots > 0;

    /// <summary>Blocks wait here for a slot, as workers come and go: the caller need not hold them back.</summary>
    public int Concurrency(int threads) => MostAtOnce;

    /// <inheritdoc/>
    public async Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        var block = string.Create(CultureInfo.InvariantCulture, $"{run}/{order.First}-{order.Count}");
        var alone = _losses.GetValueOrDefault(block) >= LossesBeforeAlone;
        var worker = await TakeAsync(alone, cancellation);
        try
        {
            var reply = await worker.SimulateAsync(run, order, cancellation);
            if (reply.Fault(order.Experiment.Compile(), order.Lanes) is { } fault)
            {
                _checks.Condemn(worker, fault);
                throw new BlockLostException($"worker {worker.Name} {fault}");
            }

            if (!_checks.Note(worker, run, order, reply))
            {
                throw new BlockLostException($"worker {worker.Name} was left out");
            }

            _ = _losses.TryRemove(block, out _);
            return reply;
        }
        catch (WorkerLeavingException)
        {
            _watch.NoteLeaving(worker);
            throw;
        }
        catch (Exception error) when (BlockLoss.IsLoss(error) && !cancellation.IsCancellationRequested)
        {
            _ = _losses.AddOrUpdate(block, 1, (_, losses) => losses + 1);
            throw;
        }
        finally
        {
            _watch.Slots.Return(worker, alone);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LaneRange>> RecallAsync(string run, CancellationToken cancellation) => _checks.RecallAsync(run, cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watch.DisposeAsync();

    private async Task<(WorkerLink Worker, BlockReply Reply)?> AskAnotherAsync(WorkerLink worker, string run, BlockOrder order)
    {
        if (_watch.Slots.TakeOther(worker) is not { } other)
        {
            return null;
        }

        try
        {
            return (other, await other.SimulateAsync(run, order, CancellationToken.None));
        }
        catch (Exception error) when (BlockLoss.IsLoss(error))
        {
            return null;
        }
        finally
        {
            _watch.Slots.Return(other, false);
        }
    }

    private async Task<WorkerLink> TakeAsync(bool alone, CancellationToken cancellation)
    {
        var deserted = _watch.Deserted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deserted);
        try
        {
            return await _watch.Slots.TakeAsync(alone, either.Token);
        }
        catch (OperationCanceledException) when (deserted.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new ClusterException(
                $"all workers at {_settings.Address} have been gone for {_settings.Patience.TotalSeconds:F0} s; start one with 'corridorsim silo --cluster {_settings.Address}'.");
        }
    }
}

/// <summary>A cluster cannot be used; the message is one clear line with cause and remedy.</summary>
/// <param name="message">The line.</param>
/// <param name="cause">What it comes from, or null.</param>
public sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause)
{
}
