using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>
/// What follows from the people whom a clause has been counted to have moved: ceilings, stocks, exchanges, payments. Every number is a slot, and
/// -1 where the clause does not have the term.
/// </summary>
/// <param name="Counted">Series whose flows are the people that the clause moves; empty where nothing is counted.</param>
public sealed record CountedTerms(IReadOnlyList<SeriesKey> Counted)
{
    /// <summary>True when others move people in the same series: of them the clause counts at most what it offered.</summary>
    public bool IsShared { get; init; }

    /// <summary>Slot: persons in all over the life of the clause.</summary>
    public int Ceiling { get; init; } = -1;

    /// <summary>Slot: mean months for which a place is in use; the size of the clause then is a number of places at a time.</summary>
    public int StayMonths { get; init; } = -1;

    /// <summary>Indices of the provisions for whose counted people this one owes places, one for each way in which variants state it.</summary>
    public IReadOnlyList<int> OneFor { get; init; } = [];

    /// <summary>Slot: places owed for each of them.</summary>
    public int OneForRatio { get; init; } = -1;

    /// <summary>Indices of the provisions for whose minimum this one is given, one for each way in which variants state it.</summary>
    public IReadOnlyList<int> InExchangeFor { get; init; } = [];

    /// <summary>Slot: persons a year that these were promised to move at least.</summary>
    public int MinimumPerYear { get; init; } = -1;

    /// <summary>Slot: share of the size that is paid for and not delivered, 0 to 1.</summary>
    public int MoneyShare { get; init; } = -1;

    /// <summary>Slot: what is paid for a place that is not delivered, thousand USD.</summary>
    public int MoneyPerPlace { get; init; } = -1;

    /// <summary>What is paid by the people moved; null for nothing.</summary>
    public PaymentTerms? Payment { get; init; }

    /// <summary>All slots.</summary>
    public IEnumerable<int> Slots() =>
        new[] { Ceiling, StayMonths, OneForRatio, MinimumPerYear, MoneyShare, MoneyPerPlace }.Concat(Payment?.Slots() ?? []).Where(slot => slot >= 0);
}

/// <summary>What is paid by the people whom a clause moves; every number is a slot, thousand USD.</summary>
/// <param name="AtStart">Slot: paid once when the clause comes into force by its dates.</param>
/// <param name="PerPerson">Slot: paid for each person moved.</param>
/// <param name="Thresholds">Slots: paid once when so many people have been moved.</param>
public sealed record PaymentTerms(int AtStart, int PerPerson, IReadOnlyList<(int Persons, int Amount)> Thresholds)
{
    /// <summary>All slots.</summary>
    public IEnumerable<int> Slots() => [AtStart, PerPerson, .. Thresholds.SelectMany(t => new[] { t.Persons, t.Amount })];
}
