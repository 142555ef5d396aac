using Orleans.Runtime;

namespace CorridorSim.Grains.Placement;

/// <summary>The strategy that chooses a silo by the run/block part of the key.</summary>
[Serializable]
[GenerateSerializer]
[Immutable]
public sealed class BlockPlacement : PlacementStrategy
{
}
