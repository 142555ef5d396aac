using System.Collections.Concurrent;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Running;

/// <summary>Keeps every block in memory.</summary>
internal sealed class BlockCollector : IBlockSink
{
    private readonly ConcurrentDictionary<long, BlockResult> _blocks = new();

    /// <summary>The blocks, in order of first lane.</summary>
    public IReadOnlyList<BlockResult> Blocks => [.. _blocks.Values.OrderBy(b => b.FirstLane)];

    /// <inheritdoc/>
    public Task AcceptAsync(BlockResult block, CancellationToken cancellation)
    {
        _blocks[block.FirstLane] = block;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public bool Withdraw(LaneRange lanes) => _blocks.TryRemove(lanes.First, out _);
}
