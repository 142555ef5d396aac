using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace CorridorSim.Grains.Placement;

/// <summary>Keeps the grains of one block on one silo.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockPlacementAttribute() : PlacementAttribute(new BlockPlacement())
{
}

/// <summary>The strategy that keeps a block on the silo to which it was sent.</summary>
[Serializable]
[GenerateSerializer]
[Immutable]
public sealed class BlockPlacement : PlacementStrategy
{
}

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
