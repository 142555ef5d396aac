using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Policy;

/// <summary>How the places of a lot are given out over the year, and whether those who come by them go home; every number is a slot.</summary>
/// <param name="IsYearly">True when the places are those of a whole year, there at its start for who comes first; false for places a month.</param>
/// <param name="YearStart">Slot: month in which years begin, 1 to 12.</param>
/// <param name="CarryOver">Slot: unused places that go on at most, persons: to the next year where places are yearly, else to the next tick.</param>
/// <param name="Season">Months in which it is open; null for all.</param>
/// <param name="GoHomeShare">Slot: share of the admitted who go home when the season ends, 0 to 1; the others settle. Null where nobody does.</param>
public sealed record LotTerms(bool IsYearly, Slot YearStart, Slot CarryOver, Season? Season, Slot? GoHomeShare)
{
    /// <summary>Slot: months for which people may apply before the places of a year are drawn among them; null where nothing is drawn.</summary>
    public Slot? WindowMonths { get; init; }

    /// <summary>True when what follows from the clause depends on how many of its places are taken, so that they are counted.</summary>
    public bool IsCounted { get; init; }
}
