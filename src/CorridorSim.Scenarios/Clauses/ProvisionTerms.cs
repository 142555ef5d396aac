using CorridorSim.Model;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>What a clause says beyond size and dates: the year its places are for, the season, what becomes of places and people afterwards.</summary>
public sealed record ProvisionTerms
{
    /// <summary>Months from January of year 0, first day; the number of the month is 1 to 12.</summary>
    public required int YearStarts { get; init; }

    /// <summary>What the size is for.</summary>
    public SizePeriod Period { get; init; }

    /// <summary>True when the size is that of a year.</summary>
    public bool IsYearly => Period == SizePeriod.Year;

    /// <summary>True when the places of a year are there at its start, for who comes first or for those drawn; false when they are spread evenly.</summary>
    public bool IsFirstCome { get; init; }

    /// <summary>True when the places of a year are drawn among those who have applied by the end of the window.</summary>
    public bool IsLottery { get; init; }

    /// <summary>Months for which people may apply before places are drawn; 1 when null.</summary>
    public SizedValue? WindowMonths { get; init; }

    /// <summary>First and last month in force in each year, 1 to 12, both inclusive; null for all months.</summary>
    public (int First, int Last)? Season { get; init; }

    /// <summary>Unused places that are carried over at most, persons; null for none.</summary>
    public SizedValue? CarryOver { get; init; }

    /// <summary>Share of the admitted who go home when the season ends; null when all settle.</summary>
    public SizedValue? GoHomeShare { get; init; }

    /// <summary>Whether the season, if there is one, holds a month counted from January of year 0.</summary>
    public bool Holds(double month)
    {
        var number = CalendarMonth.OfYear((int)Math.Floor(month));
        return Season is not { } season || (season.First <= season.Last ? number >= season.First && number <= season.Last : number >= season.First || number <= season.Last);
    }

    /// <summary>Months of a year in which it is in force.</summary>
    public int MonthsInForce => Season is not { } season ? Units.MonthsOfYear : ((season.Last - season.First + Units.MonthsOfYear) % Units.MonthsOfYear) + 1;

    /// <summary>True when the places need a lot of their own, which keeps account of them.</summary>
    public bool NeedsLot => IsFirstCome || CarryOver is not null || GoHomeShare is not null;

    /// <summary>What variants must have in common for one to be a setting of the other.</summary>
    public string Structure => $"{Period} {IsFirstCome} {IsLottery} {Season is not null} {CarryOver is not null} {GoHomeShare is not null}";
}
