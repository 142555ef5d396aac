using CorridorSim.Model;
using CorridorSim.Model.Indices;
using CorridorSim.Scenarios.Conditions;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>A provision as a scenario states it.</summary>
public sealed record ProvisionText
{
    /// <summary>Identifier within its instrument.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, as within a sentence; null where the scenario does not say.</summary>
    public string? Title { get; init; }

    /// <summary>Its title, else the words of its identifier.</summary>
    public string Name => Title.OrInWords(Id);

    /// <summary>The lever.</summary>
    public required LeverDefinition Lever { get; init; }

    /// <summary>What it says beyond size and dates.</summary>
    public required ProvisionTerms Terms { get; init; }

    /// <summary>Key of its size.</summary>
    public string SizeKey => Lever.KeyOf(Terms.Period);

    /// <summary>Unit of its size.</summary>
    public string Unit => Lever.UnitOf(Terms.Period);

    /// <summary>Greatest size.</summary>
    public double Maximum => Lever.MaximumOf(Terms.Period);

    /// <summary>What it makes depend on the people it moves.</summary>
    public CountedText Counted { get; init; } = CountedText.None;

    /// <summary>The subject in canonical words; the same subject gives the same words.</summary>
    public required string Subject { get; init; }

    /// <summary>Paths of the inputs that it moves; empty when it opens its own lot or is an announcement.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Channel and eligible communities, when it opens a lot of its own.</summary>
    public LotText? Lot { get; init; }

    /// <summary>Border and nationalities of an announcement.</summary>
    public Model.Policy.Announcement? Announcement { get; init; }

    /// <summary>Its size.</summary>
    public required SizedValue Size { get; init; }

    /// <summary>Month from which it is in force, with its delay.</summary>
    public required double From { get; init; }

    /// <summary>Month up to which it is in force, exclusive; positive infinity for open end.</summary>
    public required double To { get; init; }

    /// <summary>Months over which it grows.</summary>
    public double RampMonths { get; init; }

    /// <summary>Months over which it fades.</summary>
    public double FadeMonths { get; init; }

    /// <summary>Identifier of the provision whose delivery scales it, or empty.</summary>
    public string Reciprocal { get; init; } = string.Empty;

    /// <summary>Cost per unit and month, thousand USD.</summary>
    public double UnitCost { get; init; }

    /// <summary>Party that delivers it; null for none.</summary>
    public CountryIndex? By { get; init; }

    /// <summary>Rule that switches it on and off, when it has one.</summary>
    public ConditionText? When { get; init; }

    /// <summary>The country that pays; null for none.</summary>
    public CountryIndex? Payer { get; init; }

    /// <summary>What the text of the agreement promises, in words; empty where the size says it.</summary>
    public string Quantity { get; init; } = string.Empty;

    /// <summary>What was delivered, where it was counted.</summary>
    public DeliveredSeries? Delivered { get; init; }

    /// <summary>Source of the size.</summary>
    public string Source { get; init; } = string.Empty;

    /// <summary>True when the size is assumed, not published.</summary>
    public bool IsAssumed { get; init; }
}

/// <summary>A lot of places that a provision opens in a channel.</summary>
/// <param name="Channel">Index of the channel.</param>
/// <param name="Communities">The communities that may use it.</param>
public sealed record LotText(int Channel, IReadOnlyList<CommunityIndex> Communities);
