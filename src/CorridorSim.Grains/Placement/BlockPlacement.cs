using Orleans.Runtime;

namespace CorridorSim.Grains.Placement;

/// <summary>The strategy that keeps a block on the silo to which it was sent.</summary>
[Serializable]
[GenerateSerializer]
[Immutable]
public sealed class BlockPlacement : PlacementStrategy
{
}
