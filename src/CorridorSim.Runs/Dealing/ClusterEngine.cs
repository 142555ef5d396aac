using System.Collections.Concurrent;
using System.Globalization;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Dealing;

/// <summary>
/// Simulates blocks on the workers of a cluster: each block on one worker, dealt by free slots. A block whose worker is
/// lost ends with a loss, after which the caller sends it again; one that was lost twice gets a worker to itself, so that
/// a block that kills its worker takes no other with it.
/// </summary>
public sealed class ClusterEngine : IBlockEngine
{
    private const int LossesBeforeAlone = 2;
    private const int MostAtOnce = 4096;

    private readonly SlotKeeper<WorkerLink> _slots;
    private readonly ClusterWatch _watch;
    private readonly CrossChecks _checks;
    private readonly ConcurrentDictionary<string, int> _losses = new();

    private ClusterEngine(ClusterSettings settings, SlotKeeper<WorkerLink> slots, ClusterWatch watch)
    {
        (_slots, _watch) = (slots, watch);
        _checks = new CrossChecks(settings.ChecksOneIn, AskAnotherAsync, watch.LeaveOut);
    }

    /// <summary>Finds the workers of a cluster and connects to them.</summary>
    /// <exception cref="ClusterException">Redis does not answer, or there is no worker of this build.</exception>
    public static async Task<ClusterEngine> OpenAsync(ClusterSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var slots = new SlotKeeper<WorkerLink>();
        return new ClusterEngine(settings, slots, await ClusterWatch.OpenAsync(settings, slots, cancellation));
    }

    /// <summary>Slots of all workers.</summary>
    public int Slots => _slots.Slots;

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
        var worker = await _slots.TakeAsync(alone, cancellation);
        try
        {
            var reply = await SimulateAsync(worker, alone, run, order, cancellation);
            await _checks.PassAsync(worker, run, order, reply).WaitAsync(cancellation);
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
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<LaneRange>> RecallAsync(string run, CancellationToken cancellation) => Task.FromResult(_checks.Recall(run));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watch.DisposeAsync();

    private async Task<BlockReply> SimulateAsync(WorkerLink worker, bool alone, string run, BlockOrder order, CancellationToken cancellation)
    {
        try
        {
            return await worker.SimulateAsync(run, order, cancellation);
        }
        finally
        {
            _slots.Return(worker, alone);
        }
    }

    private async Task<(WorkerLink Worker, BlockReply Reply)?> AskAnotherAsync(WorkerLink worker, string run, BlockOrder order)
    {
        try
        {
            return _slots.TakeOther(worker) is { } other ? (other, await SimulateAsync(other, false, run, order, CancellationToken.None)) : null;
        }
        catch (Exception error) when (BlockLoss.IsLoss(error))
        {
            return null;
        }
    }
}
