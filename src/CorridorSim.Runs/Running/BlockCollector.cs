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

/// <summary>Takes finished blocks, in the order in which they end, several at a time; what it does not keep is free to go.</summary>
public interface IBlockSink
{
    /// <summary>Takes a block.</summary>
    Task AcceptAsync(BlockResult block, CancellationToken cancellation);

    /// <summary>Gives up a block that it has taken and that turned out to be false; the right one follows.</summary>
    /// <returns>False when it cannot: the block has been handed on.</returns>
    bool Withdraw(LaneRange lanes) => false;
}
