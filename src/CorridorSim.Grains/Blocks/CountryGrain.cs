using CorridorSim.Grains.Placement;
using Orleans.GrainDirectory;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="ICountryGrain"/>
[BlockPlacement]
[GrainDirectory(BlockDirectory.Name)]
public sealed class CountryGrain(BlockStore store) : ParticipantGrain(store), ICountryGrain
{
}
