using CorridorSim.Grains.Placement;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="ICountryGrain"/>
[BlockPlacement]
public sealed class CountryGrain(BlockStore store) : ParticipantGrain(store), ICountryGrain
{
}
