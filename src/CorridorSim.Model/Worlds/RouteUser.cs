using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>A nationality that may use a route.</summary>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="StartFlow">Slot: flow per month observed before the start; pins the first awareness.</param>
/// <param name="VisaRequired">Slot: 1 when a visa is required in transit, 0 when not.</param>
/// <param name="CountedAtBorder">True when the start flow is encounters between ports, false when it is departures.</param>
public sealed record RouteUser(int Nationality, Slot StartFlow, Slot VisaRequired, bool CountedAtBorder = false) : IInputOwner<RouteUser>;
