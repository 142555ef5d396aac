using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Policy;

/// <summary>
/// What follows from the people whom a clause has been counted to have moved: ceilings, stocks, exchanges, payments. Every number is a slot, and
/// null where the clause does not have the term.
/// </summary>
/// <param name="Counted">Series whose flows are the people that the clause moves; empty where nothing is counted.</param>
public sealed record CountedTerms(IReadOnlyList<SeriesKey> Counted)
{
    /// <summary>True when others move people in the same series: of them the clause counts at most what it offered.</summary>
    public bool IsShared { get; init; }

    /// <summary>Slot: persons in all over the life of the clause.</summary>
    public Slot? Ceiling { get; init; }

    /// <summary>Slot: mean months for which a place is in use; the size of the clause then is a number of places at a time.</summary>
    public Slot? StayMonths { get; init; }

    /// <summary>Indices of the provisions for whose counted people this one owes places, one for each way in which variants state it.</summary>
    public IReadOnlyList<int> OneFor { get; init; } = [];

    /// <summary>Slot: places owed for each of them.</summary>
    public Slot? OneForRatio { get; init; }

    /// <summary>Indices of the provisions for whose minimum this one is given, one for each way in which variants state it.</summary>
    public IReadOnlyList<int> InExchangeFor { get; init; } = [];

    /// <summary>Slot: persons a year that these were promised to move at least.</summary>
    public Slot? MinimumPerYear { get; init; }

    /// <summary>Slot: share of the size that is paid for and not delivered, 0 to 1.</summary>
    public Slot? MoneyShare { get; init; }

    /// <summary>Slot: what is paid for a place that is not delivered, thousand USD.</summary>
    public Slot? MoneyPerPlace { get; init; }

    /// <summary>What is paid by the people moved; null for nothing.</summary>
    public PaymentTerms? Payment { get; init; }

    /// <summary>All slots.</summary>
    public IEnumerable<Slot> Slots() =>
        new[] { Ceiling, StayMonths, OneForRatio, MinimumPerYear, MoneyShare, MoneyPerPlace }.OfType<Slot>().Concat(Payment?.Slots() ?? []);
}

/// <summary>What is paid by the people whom a clause moves; every number is a slot, thousand USD.</summary>
/// <param name="AtStart">Slot: paid once when the clause comes into force by its dates.</param>
/// <param name="PerPerson">Slot: paid for each person moved.</param>
/// <param name="Thresholds">Slots: paid once when so many people have been moved.</param>
public sealed record PaymentTerms(Slot AtStart, Slot PerPerson, IReadOnlyList<(Slot Persons, Slot Amount)> Thresholds)
{
    /// <summary>All slots.</summary>
    public IEnumerable<Slot> Slots() => [AtStart, PerPerson, .. Thresholds.SelectMany(t => new[] { t.Persons, t.Amount })];
}
