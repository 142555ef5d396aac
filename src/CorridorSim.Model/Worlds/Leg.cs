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
    int Days,
    int Cost,
    int DeathProbability,
    int Detection,
    int GiveUpShare,
    int StayShare,
    int Openness)
{
    /// <summary>Name under which entries and deaths are counted; null where the two countries are the name.</summary>
    public string? CountedAs { get; init; }

    /// <summary>Slot: log units by which January draws more than the mean of the year, and July less; -1 where all months are alike.</summary>
    public int SeasonJanuary { get; init; } = -1;

    /// <summary>Slot: log units by which April draws more than the mean of the year, and October less; -1 where all months are alike.</summary>
    public int SeasonApril { get; init; } = -1;

    /// <summary>Slot: people a month who are sent back to the start of the leg once they have arrived; -1 where nobody ever is.</summary>
    public int Readmission { get; init; } = -1;
}
