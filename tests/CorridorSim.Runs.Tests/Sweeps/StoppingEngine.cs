using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Tests.Sweeps;

/// <summary>Simulates in the plain loop, counts blocks, and has the sweep stopped when it has done so many.</summary>
internal sealed class StoppingEngine(int blocks = int.MaxValue) : IBlockEngine, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private BlockPlan? _plan;
    private int _done;

    public CancellationToken Stop => _stop.Token;

    public int Done => _done;

    public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BlockPlan plan;
        lock (_lock)
        {
            plan = _plan ??= BlockPlan.Compile(order.Slice());
        }

        var block = new Block(plan, order.Lanes, order.Slice(plan.Experiment));
        var reply = BlockReply.Of(BlockSimulation.Run(block, cancellation));
        if (Interlocked.Increment(ref _done) >= blocks)
        {
            _stop.Cancel();
        }

        return Task.FromResult(reply);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _stop.Dispose();
}
