using CorridorSim.Planted.Yard;

namespace CorridorSim.Planted.Hall;

/// <summary>One half of a circle of two rooms, planted for the test that has to find it.</summary>
internal sealed class HallDoor
{
    /// <summary>What the other room has.</summary>
    public YardDoor? Leads { get; init; }
}
