using CorridorSim.Grains.Messages;

namespace CorridorSim.Grains.Hosting;

/// <summary>Simulates blocks: the silo of this process, or a cluster.</summary>
public interface IBlockEngine : IAsyncDisposable
{
    /// <summary>Simulates one block.</summary>
    /// <param name="run">Identifier of the run; part of the block's key.</param>
    /// <param name="order">The block.</param>
    /// <param name="cancellation">Stops the block between two ticks.</param>
    Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation);

    /// <summary>Ticks simulated so far, each counted once for every lane; 0 for an engine that simulates elsewhere.</summary>
    long LaneTicksDone => 0;

    /// <summary>True when a block sent now would be begun: false while all workers of a cluster are gone.</summary>
    bool IsReachable => true;

    /// <summary>How many blocks are worth asking for at the same time.</summary>
    /// <param name="threads">Blocks that the caller would have at work in its own process.</param>
    int Concurrency(int threads) => threads;
}
