namespace CorridorSim.Grains.Blocks;

/// <summary>A country in one block of lanes.</summary>
public interface ICountryGrain : IParticipantGrain
{
}
