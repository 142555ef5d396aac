using System.Collections.Concurrent;
using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Running;

/// <summary>Keeps every block in memory.</summary>
internal sealed class BlockCollector : IBlockSink
{
    private readonly ConcurrentBag<BlockResult> _blocks = [];

    /// <summary>The blocks, in order of first lane.</summary>
    public IReadOnlyList<BlockResult> Blocks => [.. _blocks.OrderBy(b => b.FirstLane)];

    /// <inheritdoc/>
    public Task AcceptAsync(BlockResult block, CancellationToken cancellation)
    {
        _blocks.Add(block);
        return Task.CompletedTask;
    }
}
