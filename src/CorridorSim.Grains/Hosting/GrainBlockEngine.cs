using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Messages;
using CorridorSim.Grains.Telemetry;

namespace CorridorSim.Grains.Hosting;

/// <summary>Simulates blocks through the grains that a grain factory reaches.</summary>
public sealed class GrainBlockEngine(IGrainFactory grains) : IBlockEngine
{
    /// <inheritdoc/>
    public Task<BlockReply> SimulateAsync(string run, BlockOrder order, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(order);
        Instruments.SendSpan();
        return grains.GetGrain<IClockGrain>($"{run}/{order.First}-{Guid.NewGuid():N}").SimulateAsync(order, cancellation);
    }

    /// <summary>Does nothing: whoever made the grain factory ends it.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
