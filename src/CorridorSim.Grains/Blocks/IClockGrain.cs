using CorridorSim.Grains.Messages;

namespace CorridorSim.Grains.Blocks;

/// <summary>The clock of one block: calls its participants wave by wave and delivers their letters. Key: run/block.</summary>
public interface IClockGrain : IGrainWithStringKey
{
    /// <summary>Simulates a block from the first to the last tick.</summary>
    Task<BlockReply> SimulateAsync(BlockOrder order, CancellationToken cancellation);
}
