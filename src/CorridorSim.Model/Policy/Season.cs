using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Policy;

/// <summary>Months of the year, both inclusive; a season that begins in November and ends in March goes over the turn of the year.</summary>
/// <param name="First">Slot: first month, 1 to 12.</param>
/// <param name="Last">Slot: last month, 1 to 12.</param>
public sealed record Season(Slot First, Slot Last);
