using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Tests.Sweeps;

/// <summary>Simulates in the plain loop, counts blocks, and when it has done so many has the sweep stopped, or does something else.</summary>
internal sealed class StoppingEngine(int blocks = int.MaxValue, Action? then = null) : IBlockEngine, IDisposable
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
        var done = Interlocked.Increment(ref _done);
        if (then is null && done >= blocks)
        {
            _stop.Cancel();
        }
        else if (done == blocks)
        {
            then?.Invoke();
        }

        return Task.FromResult(reply);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public void Dispose() => _stop.Dispose();
}
