using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>How a community joins a route.</summary>
/// <param name="Community">The community.</param>
/// <param name="Step">Index of the place on the route, 0 the first leg's origin; the number of legs means the border.</param>
/// <param name="AccessDays">Slot: days to reach it.</param>
/// <param name="AccessCost">Slot: cost to reach it, thousand USD.</param>
public sealed record RouteEntry(CommunityIndex Community, int Step, Slot AccessDays, Slot AccessCost);
