using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>People of a nationality whom somebody named before the start and who still wait for a place.</summary>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="Persons">Slot: persons.</param>
/// <param name="WaitMonths">Slot: months for which the person at the front has waited.</param>
public sealed record ChannelBacklog(int Nationality, Slot Persons, Slot WaitMonths);
