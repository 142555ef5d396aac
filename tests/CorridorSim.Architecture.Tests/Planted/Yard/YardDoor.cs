using CorridorSim.Planted.Hall;

namespace CorridorSim.Planted.Yard;

/// <summary>One half of a circle of two rooms, planted for the test that has to find it.</summary>
internal sealed class YardDoor
{
    /// <summary>What the other room has.</summary>
    public HallDoor? Leads { get; init; }
}
