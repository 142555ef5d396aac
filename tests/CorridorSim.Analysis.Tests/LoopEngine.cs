using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;

namespace CorridorSim.Analysis.Tests;

/// <summary>Simulates blocks in the plain loop; may break on blocks that hold a given lane.</summary>
internal sealed class LoopEngine(long brokenLane = -1) : IBlockEngine
{
    public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        if (order.First <= brokenLane && brokenLane < order.First + order.Count)
        {
            return Task.FromException<BlockReply>(new InvalidOperationException("a bug that one lane triggers"));
        }

        var experiment = order.Slice();
        var plan = BlockPlan.Compile(experiment);
        return Task.FromResult(BlockReply.Of(BlockSimulation.Run(plan, order.Lanes, cancellation)));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
