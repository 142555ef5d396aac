using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>A named itinerary over legs to the waiting place of a border.</summary>
/// <param name="Id">Identifier, unique in the world.</param>
/// <param name="Border">Index of the border at its end.</param>
/// <param name="Legs">Its legs in travelling order; empty when people enter at the border itself.</param>
/// <param name="Dread">Slot: dislike of the route beyond cost and success, log units.</param>
/// <param name="Users">Per nationality that may use it: what that nationality's use needs.</param>
/// <param name="Entries">Where communities join the route.</param>
public sealed record Route(
    string Id,
    int Border,
    IReadOnlyList<LegIndex> Legs,
    Slot Dread,
    IReadOnlyList<RouteUser> Users,
    IReadOnlyList<RouteEntry> Entries);
