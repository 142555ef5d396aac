using CorridorSim.Grains.Placement;

namespace CorridorSim.Grains.Blocks;

/// <inheritdoc cref="IAgreementGrain"/>
[BlockPlacement]
public sealed class AgreementGrain(BlockStore store) : ParticipantGrain(store), IAgreementGrain
{
}
