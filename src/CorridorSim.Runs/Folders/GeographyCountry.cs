namespace CorridorSim.Runs.Folders;

/// <summary>Where a country lies.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in English.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record GeographyCountry(string Code, string Name, double Latitude, double Longitude);
