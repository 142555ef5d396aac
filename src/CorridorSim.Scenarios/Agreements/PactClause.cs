using CorridorSim.Model;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Levers;

namespace CorridorSim.Scenarios.Agreements;

/// <summary>A clause of an agreement as its file states it: what was promised, on what that rests, what was delivered.</summary>
public sealed record PactClause
{
    // Above it a size stands for all there are.
    private const double All = 1e6;

    /// <summary>Identifier and title of the agreement.</summary>
    public required (string Id, string Title) Agreement { get; init; }

    /// <summary>Codes of its parties.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>Month of signature; null where the file leaves it open.</summary>
    public required double? SignedMonth { get; init; }

    /// <summary>Identifier and title of the clause.</summary>
    public required (string Id, string Title) Clause { get; init; }

    /// <summary>What it moves.</summary>
    public required LeverDefinition Lever { get; init; }

    /// <summary>What the text promises, in words; empty where the size says it.</summary>
    public required string Quantity { get; init; }

    /// <summary>Its size, in <see cref="Unit"/>; null where it is a distribution.</summary>
    public required double? Size { get; init; }

    /// <summary>Least and greatest plausible size; null where none is stated.</summary>
    public required (double Low, double High)? Range { get; init; }

    /// <summary>What the size is for.</summary>
    public required SizePeriod Period { get; init; }

    /// <summary>True where so many are due as another clause moves, which its size does not say.</summary>
    public required bool IsExchange { get; init; }

    /// <summary>Persons in all at most; null where nothing is said of that.</summary>
    public required double? Ceiling { get; init; }

    /// <summary>True where the size is assumed.</summary>
    public required bool IsAssumed { get; init; }

    /// <summary>Where the promise is published.</summary>
    public required string Source { get; init; }

    /// <summary>Months between which it is in force, the last one exclusive; null where the file leaves the start open.</summary>
    public required (double From, double To)? Dates { get; init; }

    /// <summary>What was delivered; null where it was not counted.</summary>
    public required DeliveredSeries? Delivered { get; init; }

    /// <summary>Unit of the size.</summary>
    public string Unit => Lever.UnitOf(Period);

    /// <summary>True where people are counted, so that promise and delivery can be held against each other.</summary>
    public bool CountsPeople => Lever.Unit == Units.PersonsPerMonth;

    /// <summary>True where the promise is to take all who come.</summary>
    public bool PromisesAll => CountsPeople && PerMonth >= All;

    /// <summary>Persons that were due by the last month that was counted; null where that cannot be said.</summary>
    public double? DueByThen => Delivered is null ? null : Due(Delivered.Span.Last + 1);

    /// <summary>Persons promised over all its months; null where it has no end or promises all.</summary>
    public double? DueInAll => Dates is { } dates && double.IsFinite(dates.To) && Due(dates.To) is { } due ? due : CountsPeople ? Ceiling : null;

    /// <summary>Delivered over what was due by then; null where that cannot be said.</summary>
    public double? Compliance => DueByThen is > 0 and var due ? Delivered!.Total / due : null;

    private double? PerMonth => Period == SizePeriod.Year ? Size / Units.MonthsOfYear : Size;

    private double? Due(double until) => Dates is { } dates && CountsPeople && !PromisesAll && !IsExchange && Period != SizePeriod.Stock
        ? PerMonth * Math.Max(0, Math.Min(until, dates.To) - dates.From) is { } due ? Math.Min(due, Ceiling ?? due) : null
        : null;
}
