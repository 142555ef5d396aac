using CorridorSim.Grains.Placement;
using Orleans.GrainDirectory;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="IAgreementGrain"/>
[BlockPlacement]
[GrainDirectory(BlockDirectory.Name)]
public sealed class AgreementGrain(BlockStore store) : ParticipantGrain(store), IAgreementGrain
{
}
