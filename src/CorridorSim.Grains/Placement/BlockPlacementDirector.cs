using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace CorridorSim.Grains.Placement;

/// <summary>
/// Places every grain of a block on the silo that first hears of it: the clock where the block was sent, its participants
/// beside the clock. Who sends the block chooses the silo, and knows best how busy each one is.
/// </summary>
public sealed class BlockPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(context.LocalSilo);
    }
}
