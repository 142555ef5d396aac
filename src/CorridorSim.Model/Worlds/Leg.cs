using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>One directed step of an irregular route between two places.</summary>
/// <param name="Id">Identifier, for example <c>COL&gt;PAN</c>.</param>
/// <param name="Origin">Index of the place it leaves from.</param>
/// <param name="Destination">Index of the place it leads to.</param>
/// <param name="Days">Slot: mean travelling time including waiting at the origin place, days.</param>
/// <param name="Cost">Slot: cost per person, thousand USD.</param>
/// <param name="DeathProbability">Slot: deaths per person who travels it.</param>
/// <param name="Detection">Slot: share detected per passage; a part gives up, the rest is set back.</param>
/// <param name="GiveUpShare">Slot: share who go home of those whom a closed leg stops, and of the detected where the country has no share of its own.</param>
/// <param name="StayShare">Slot: share of travellers who settle in the country they leave.</param>
/// <param name="Openness">Slot: 1 open, 0 closed.</param>
public sealed record Leg(
    string Id,
    int Origin,
    int Destination,
    Slot Days,
    Slot Cost,
    Slot DeathProbability,
    Slot Detection,
    Slot GiveUpShare,
    Slot StayShare,
    Slot Openness) : IInputOwner<Leg>
{
    /// <inheritdoc/>
    public static IReadOnlyList<OptionalInput<Leg>> OptionalInputs { get; } =
    [
        new("readmission", Units.PersonsPerMonth, 0, 1e7, "people a month who are sent back once they have arrived over {0}", (l, slot) => l with { Readmission = slot }) { IsColumn = true },
    ];

    /// <summary>Name under which entries and deaths are counted; null where the two countries are the name.</summary>
    public string? CountedAs { get; init; }

    /// <summary>Slot: log units by which January draws more than the mean of the year, and July less; null where all months are alike.</summary>
    public Slot? SeasonJanuary { get; init; }

    /// <summary>Slot: log units by which April draws more than the mean of the year, and October less; null where all months are alike.</summary>
    public Slot? SeasonApril { get; init; }

    /// <summary>Slot: people a month who are sent back to the start of the leg once they have arrived; null where nobody ever is.</summary>
    public Slot? Readmission { get; init; }
}
