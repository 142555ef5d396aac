using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Worlds;

/// <summary>A legal way into a country, entered from residence, with capacity, queue and approval.</summary>
/// <param name="Id">Identifier, unique in the world.</param>
/// <param name="Country">The country it leads into.</param>
/// <param name="Kind">Kind in words: parole, work-visa, resettlement, family, regularisation.</param>
/// <param name="Status">Status people have on arrival, in words.</param>
/// <param name="Appeal">Slot: value of the channel beyond diaspora and wait, log units.</param>
/// <param name="ApprovalShare">Slot: share of decisions that approve.</param>
/// <param name="DecisionMonths">Slot: least time from application to decision, months.</param>
/// <param name="WithdrawalRate">Slot: share of the queue that withdraws, per month.</param>
/// <param name="Fee">Slot: cost to the applicant, thousand USD.</param>
/// <param name="Lots">Capacities with their own eligibility, served in order.</param>
public sealed record Channel(
    string Id,
    CountryIndex Country,
    string Kind,
    string Status,
    Slot Appeal,
    Slot ApprovalShare,
    Slot DecisionMonths,
    Slot WithdrawalRate,
    Slot Fee,
    IReadOnlyList<ChannelLot> Lots) : IInputOwner<Channel>
{
    private const double MaxPersons = 1e8;

    /// <inheritdoc/>
    public static IReadOnlyList<OptionalInput<Channel>> OptionalInputs { get; } =
    [
        new("forfeiture", Units.Share, 0, 1, "1 when whoever sets out irregularly is barred from {0}", (c, slot) => c with { Forfeiture = slot }) { Neutral = 0, IsFor = c => !c.IsNamed },
        new("arrival-months", Units.Months, 0, 60, "mean time from approval by {0} to arrival", (c, slot) => c with { ArrivalMonths = slot }) { IsColumn = true },
        new("unused-share", Units.Share, 0, 1, "share of those approved by {0} who never travel", (c, slot) => c with { UnusedShare = slot }) { IsColumn = true },
        new("waiting", Units.Persons, 0, MaxPersons, "people who have applied to {0} and wait at the start", (c, slot) => c with { Waiting = slot }) { IsColumn = true, IsFor = c => !c.IsNamed },
        new("applying", Units.PersonsPerMonth, 0, MaxPersons, "people who apply to {0} a month when the run starts", (c, slot) => c with { Applying = slot }) { IsColumn = true, IsFor = c => !c.IsNamed },
        new("approved", Units.Persons, 0, MaxPersons, "people approved by {0} before the start", (c, slot) => c with { Approved = slot }) { IsColumn = true, IsFor = c => c.ArrivalMonths is not null },
        new("arrived", Units.Persons, 0, MaxPersons, "people of {0} who arrived before the start", (c, slot) => c with { Arrived = slot }) { IsColumn = true, IsFor = c => c.ArrivalMonths is not null },
    ];

    /// <summary>Slot: mean time from approval to arrival, months; null where the approved arrive at once.</summary>
    public Slot? ArrivalMonths { get; init; }

    /// <summary>Slot: share of the approved who never travel; null where all do.</summary>
    public Slot? UnusedShare { get; init; }

    /// <summary>Slot: people who have applied and wait for a decision at the start; null where the queue starts in balance.</summary>
    public Slot? Waiting { get; init; }

    /// <summary>Slot: people who apply a month when the run starts, before news of the channel reaches others; null where nobody does.</summary>
    public Slot? Applying { get; init; }

    /// <summary>Slot: people approved before the start; null where nobody was.</summary>
    public Slot? Approved { get; init; }

    /// <summary>Slot: those of them who arrived before the start.</summary>
    public Slot? Arrived { get; init; }

    /// <summary>
    /// True where an employer, a relative or an agency in the country names the people: nobody applies, so that there is no queue but
    /// that of the <see cref="Backlogs"/>.
    /// </summary>
    public bool IsNamed { get; init; }

    /// <summary>
    /// True where no law but flight moves people: those named come from all residents and join the community of their nationality in the country.
    /// </summary>
    public bool IsDisplacement { get; init; }

    /// <summary>Slots: factor on the places in each month of the year, January first; empty where all months are alike.</summary>
    public IReadOnlyList<Slot> Season { get; init; } = [];

    /// <summary>Weights of nationalities in the places; empty where all have the same.</summary>
    public IReadOnlyList<ChannelWeight> Weights { get; init; } = [];

    /// <summary>People named before the start who still wait, in channels into which people are named.</summary>
    public IReadOnlyList<ChannelBacklog> Backlogs { get; init; } = [];

    /// <summary>Slot: 1 when whoever sets out irregularly is barred from the channel, 0 when not; null where people are named.</summary>
    public Slot? Forfeiture { get; init; }

    /// <summary>Communities that any of its lots is open to, ascending.</summary>
    public IEnumerable<CommunityIndex> Communities() => Lots.SelectMany(l => l.Communities).Distinct().Order();
}
