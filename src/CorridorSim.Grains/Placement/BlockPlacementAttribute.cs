using Orleans.Placement;

namespace CorridorSim.Grains.Placement;

/// <summary>Keeps the grains of one block on one silo.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BlockPlacementAttribute() : PlacementAttribute(new BlockPlacement())
{
}
