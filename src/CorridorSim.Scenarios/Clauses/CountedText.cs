using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>What a clause makes depend on the people it moves.</summary>
public sealed record CountedText
{
    /// <summary>Nothing.</summary>
    public static CountedText None { get; } = new();

    /// <summary>Series that counts them; null where they take places of a lot of the clause's own.</summary>
    public SeriesKey? Series { get; init; }

    /// <summary>True when others move people in the same series.</summary>
    public bool IsShared { get; init; }

    /// <summary>True when another clause depends on how many it moves.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Persons in all.</summary>
    public SizedValue? Ceiling { get; init; }

    /// <summary>Mean stay, months, of who takes one of the places at a time.</summary>
    public SizedValue? StayMonths { get; init; }

    /// <summary>Identifier of the provision whose people are exchanged for places, or empty.</summary>
    public string OneFor { get; init; } = string.Empty;

    /// <summary>Places for each of them; 1 when null.</summary>
    public SizedValue? OneForRatio { get; init; }

    /// <summary>Identifier of the provision for whose minimum it is given, or empty.</summary>
    public string InExchangeFor { get; init; } = string.Empty;

    /// <summary>The minimum, persons a year.</summary>
    public SizedValue? MinimumPerYear { get; init; }

    /// <summary>Share that is paid for and not given.</summary>
    public SizedValue? MoneyShare { get; init; }

    /// <summary>What is paid for each of these, thousand USD.</summary>
    public SizedValue? MoneyPerPlace { get; init; }

    /// <summary>What is paid by the people it moves.</summary>
    public PaymentText? Payment { get; init; }

    /// <summary>True when the people it moves are counted.</summary>
    public bool NeedsCount => IsAsked || Ceiling is not null || StayMonths is not null || OneFor.Length > 0 || Payment is not null;

    /// <summary>True when anything follows.</summary>
    public bool IsAny => NeedsCount || InExchangeFor.Length > 0 || MoneyShare is not null;

    /// <summary>What variants must have in common for one to be a setting of the other.</summary>
    public string Structure => $"{IsAsked} {Ceiling is not null} {StayMonths is not null} {OneFor} {InExchangeFor} {MoneyShare is not null} {Payment?.Thresholds.Count ?? -1}";
}

/// <summary>What is paid by the people whom a clause moves, thousand USD.</summary>
/// <param name="AtStart">Paid once; nothing when null.</param>
/// <param name="PerPerson">Paid for each; nothing when null.</param>
/// <param name="Thresholds">Paid once so many have been moved.</param>
public sealed record PaymentText(SizedValue? AtStart, SizedValue? PerPerson, IReadOnlyList<(SizedValue Persons, SizedValue Amount)> Thresholds);
