using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Running;

/// <summary>Takes finished blocks, in the order in which they end, several at a time; what it does not keep is free to go.</summary>
public interface IBlockSink
{
    /// <summary>Takes a block.</summary>
    Task AcceptAsync(BlockResult block, CancellationToken cancellation);
}
