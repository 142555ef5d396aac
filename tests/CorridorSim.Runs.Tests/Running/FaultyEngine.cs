using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Tests.Running;

/// <summary>Simulates blocks in the plain loop, after failing a given number of times on each, or on one alone.</summary>
internal sealed class FaultyEngine(int failures, Func<Exception> fault, long? only = null) : IBlockEngine
{
    private readonly Dictionary<long, int> _failed = [];
    private readonly Lock _lock = new();

    public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        lock (_lock)
        {
            var failed = _failed.GetValueOrDefault(order.First);
            if (failed < failures && (only ?? order.First) == order.First)
            {
                _failed[order.First] = failed + 1;
                return Task.FromException<BlockReply>(fault());
            }
        }

        var plan = BlockPlan.Compile(order.Slice());
        return Task.FromResult(BlockReply.Of(BlockSimulation.Run(plan, new LaneRange(order.First, order.Count), cancellation)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
