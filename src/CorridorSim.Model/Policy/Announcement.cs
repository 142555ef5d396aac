using CorridorSim.Model.Indices;

namespace CorridorSim.Model.Policy;

/// <summary>Whose perception an announcement moves; its size is the face value, the success it promises to leave.</summary>
/// <param name="Border">Index of the border it speaks of.</param>
/// <param name="Nationalities">Indices of the nationalities addressed.</param>
public sealed record Announcement(int Border, IReadOnlyList<int> Nationalities)
{
    /// <summary>The routes it speaks of: only the wish to set out on these is moved; empty for whoever comes to the border.</summary>
    public IReadOnlyList<RouteIndex> Routes { get; init; } = [];
}
