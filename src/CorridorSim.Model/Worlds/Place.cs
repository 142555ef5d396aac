using CorridorSim.Model.Indices;

namespace CorridorSim.Model.Worlds;

/// <summary>A place on a route inside a country.</summary>
/// <param name="Id">Identifier, unique in the world.</param>
/// <param name="Country">The country.</param>
public sealed record Place(string Id, CountryIndex Country);
