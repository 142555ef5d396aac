using CorridorSim.Model.Inputs;

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
    Slot IncomePerHead,
    Slot Population,
    Slot ProtectionPlaces,
    Slot ProtectionUptake) : IInputOwner<Country>
{
    /// <summary>
    /// Slots, by nationality: share of those detected in transit here who are sent home. Null, or no list, where the share is that of the leg.
    /// </summary>
    public IReadOnlyList<Slot?> ReturnShares { get; init; } = [];

    /// <summary>The slot of that share for people of a nationality on a leg that begins here.</summary>
    public Slot ReturnShareOf(int nationality, Leg leg)
    {
        ArgumentNullException.ThrowIfNull(leg);
        return nationality < ReturnShares.Count && ReturnShares[nationality] is { } own ? own : leg.GiveUpShare;
    }
}
