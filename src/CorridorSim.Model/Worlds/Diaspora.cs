using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>People of a nationality already settled in a country with channels, before the start.</summary>
/// <param name="Country">The country.</param>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="Persons">Slot: persons.</param>
public sealed record Diaspora(CountryIndex Country, int Nationality, Slot Persons);
