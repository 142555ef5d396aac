namespace CorridorSim.Model.Worlds;

/// <summary>A nationality that may use a route.</summary>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="StartFlow">Slot: departures per month observed in the year before the start; pins the first awareness.</param>
/// <param name="VisaRequired">Slot: 1 when a visa is required on the way, 0 when not.</param>
public sealed record RouteUser(int Nationality, int StartFlow, int VisaRequired);
