using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Messages;
using CorridorSim.Grains.Telemetry;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Grains.Hosting;

/// <summary>Simulates blocks: the silo of this process, or a cluster.</summary>
public interface IBlockEngine : IAsyncDisposable
{
    /// <summary>Simulates one block.</summary>
    /// <param name="run">Identifier of the run; part of the block's key.</param>
    /// <param name="order">The block.</param>
    /// <param name="cancellation">Stops the block between two ticks.</param>
    Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation);

    /// <summary>
    /// Lanes of a run whose numbers turned out to be false after they had been given out, each once: they are to be simulated again.
    /// Waits for checks that are under way, so a run is whole when none is left.
    /// </summary>
    /// <param name="run">Identifier of the run.</param>
    /// <param name="cancellation">Stops the wait.</param>
    Task<IReadOnlyList<LaneRange>> RecallAsync(string run, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LaneRange>>([]);

    /// <summary>Ticks simulated so far, each counted once for every lane; 0 for an engine that simulates elsewhere.</summary>
    long LaneTicksDone => 0;

    /// <summary>True when a block sent now would be begun: false while all workers of a cluster are gone.</summary>
    bool IsReachable => true;

    /// <summary>How many blocks are worth asking for at the same time.</summary>
    /// <param name="threads">Blocks that the caller would have at work in its own process.</param>
    int Concurrency(int threads) => threads;
}

/// <summary>Simulates blocks through the grains that a factory reaches.</summary>
public static class BlockGrains
{
    /// <inheritdoc cref="IBlockEngine.SimulateAsync"/>
    public static Task<BlockReply> SimulateAsync(this IGrainFactory grains, string run, BlockOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(grains);
        ArgumentNullException.ThrowIfNull(order);
        Instruments.SendSpan();
        return grains.GetGrain<IClockGrain>($"{run}/{order.First}-{Guid.NewGuid():N}").SimulateAsync(order, cancellation);
    }
}
