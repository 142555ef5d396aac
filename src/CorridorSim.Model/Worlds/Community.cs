using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>People of one nationality living in one country: the unit that decides to move.</summary>
/// <param name="Country">The country of residence.</param>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="Persons">Slot: residents at the start, persons.</param>
/// <param name="ReadyShare">Slot: share of residents who would consider to move.</param>
/// <param name="RenewalRate">Slot: rate at which the ready pool fills up again, per month.</param>
public sealed record Community(CountryIndex Country, int Nationality, Slot Persons, Slot ReadyShare, Slot RenewalRate);
