namespace CorridorSim.Grains.Blocks;

/// <summary>An agreement, or the unilateral measures of a country, in one block of lanes.</summary>
public interface IAgreementGrain : IParticipantGrain
{
}
