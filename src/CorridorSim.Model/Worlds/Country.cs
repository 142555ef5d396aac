namespace CorridorSim.Model.Worlds;

/// <summary>A country, or an aggregate of countries that are far away.</summary>
/// <param name="Code">ISO 3166 alpha-3 code, or a code of the world for an aggregate.</param>
/// <param name="Name">Name in English.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="IncomePerHead">Slot: yearly income per head, thousand USD at purchasing power.</param>
/// <param name="Population">Slot: inhabitants, persons.</param>
/// <param name="ProtectionPlaces">Slot: protection or regularisation places a month for people in transit.</param>
/// <param name="ProtectionUptake">Slot: share of the people in transit who take such a place in a month.</param>
public sealed record Country(
    string Code,
    string Name,
    double Latitude,
    double Longitude,
    int IncomePerHead,
    int Population,
    int ProtectionPlaces,
    int ProtectionUptake);
