using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Running;

/// <summary>Takes finished blocks, in the order in which they end, several at a time; what it does not keep is free to go.</summary>
public interface IBlockSink
{
    /// <summary>Takes a block.</summary>
    Task AcceptAsync(BlockResult block, CancellationToken cancellation);

    /// <summary>Gives up a block that it has taken and that turned out to be false; the right one follows.</summary>
    /// <returns>False when it cannot: the block has been handed on.</returns>
    bool Withdraw(LaneRange lanes) => false;
}
