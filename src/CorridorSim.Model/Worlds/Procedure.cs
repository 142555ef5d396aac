using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Model.Worlds;

/// <summary>
/// A procedure in which people who are in a country ask for protection: claims by the way they came, a queue for the first decision,
/// decisions by staff, appeals, returns.
/// </summary>
/// <param name="Id">Identifier, unique in the world.</param>
/// <param name="Country">The country.</param>
/// <param name="Staff">Slot: people who decide at the start.</param>
/// <param name="AddedStaff">Slot: people whom measures add to them.</param>
/// <param name="Output">Slot: claims that one trained person takes up a month.</param>
/// <param name="TrainingMonths">Slot: mean time until a new person decides as much as the others, months.</param>
/// <param name="FollowMonths">Slot: time in which the staff of the budget follows claims, months; very long where it does not.</param>
/// <param name="Reopened">Slot: claims that are opened again, counted late or come as dependants, persons a month: what claims less decisions leave unexplained.</param>
/// <param name="AppealShare">Slot: share of those refused who appeal.</param>
/// <param name="AppealMonths">Slot: mean time to a decision on appeal, months.</param>
/// <param name="AppealAllowed">Slot: share of appeals that succeed.</param>
/// <param name="ReturnRate">Slot: share of those refused for good who are returned, a month.</param>
/// <param name="Nationals">Per nationality that claims.</param>
/// <param name="Ways">Ways by which claimants come.</param>
public sealed record Procedure(
    string Id,
    CountryIndex Country,
    Slot Staff,
    Slot AddedStaff,
    Slot Output,
    Slot TrainingMonths,
    Slot FollowMonths,
    Slot Reopened,
    Slot AppealShare,
    Slot AppealMonths,
    Slot AppealAllowed,
    Slot ReturnRate,
    IReadOnlyList<ProcedureNational> Nationals,
    IReadOnlyList<ClaimWay> Ways) : IInputOwner<Procedure>;

/// <summary>A nationality in a procedure.</summary>
/// <param name="Nationality">Index of the nationality.</param>
/// <param name="Waiting">Slot: persons who wait for a first decision at the start.</param>
/// <param name="GrantShare">Slot: share of first decisions that grant.</param>
/// <param name="Withdrawal">Slot: share of claims taken up that turn out to be withdrawn.</param>
/// <param name="ImplicitWithdrawal">Slot: share of those waiting whom the authority treats as withdrawn, a month.</param>
/// <param name="Priority">Slot: weight in the choice of who is decided; 1 is that of everybody.</param>
public sealed record ProcedureNational(int Nationality, Slot Waiting, Slot GrantShare, Slot Withdrawal, Slot ImplicitWithdrawal, Slot Priority) : IInputOwner<ProcedureNational>
{
    /// <inheritdoc/>
    public static IReadOnlyList<OptionalInput<ProcedureNational>> OptionalInputs { get; } =
    [
        new("held", Units.Share, 0, 1, "share of those of {0} who wait at the start whose claims may not be decided for the time being", (n, slot) => n with { Held = slot }) { Neutral = 0, IsColumn = true },
    ];

    /// <summary>Slot: share of those waiting at the start whose claims may not be decided for the time being; null where all may.</summary>
    public Slot? Held { get; init; }
}

/// <summary>A way by which claimants come to a country.</summary>
/// <param name="Id">Identifier, unique in the world.</param>
/// <param name="Uptake">Slot: share of those who would use the way who know of it and can, at the start.</param>
/// <param name="Growth">Slot: rate at which it spreads from person to person, a month; 0 where it stays.</param>
/// <param name="ReplacedBy">Indices of the ways that take people from it.</param>
/// <param name="ReplacedShare">Slot: share of its people whom they take once they are in full use.</param>
/// <param name="HeldShare">Slot: share of its claims that may not be decided for the time being; once none may be held those held are decided again.</param>
/// <param name="TurnedBack">Slot: people who are returned before they can claim, persons a month.</param>
/// <param name="Season">Slots: factor in each month of the year, January first; empty where all months are alike.</param>
/// <param name="Users">Per nationality that comes by it.</param>
public sealed record ClaimWay(
    string Id, Slot Uptake, Slot Growth, IReadOnlyList<int> ReplacedBy, Slot ReplacedShare, Slot HeldShare, Slot TurnedBack, IReadOnlyList<Slot> Season, IReadOnlyList<ClaimWayUser> Users)
    : IInputOwner<ClaimWay>;

/// <summary>A nationality on a way.</summary>
/// <param name="National">Index into the nationals of the procedure.</param>
/// <param name="Level">Slot: people a month at full uptake, without season and shocks.</param>
/// <param name="Factor">Slot: factor on them; 1 unless measures change it.</param>
public sealed record ClaimWayUser(int National, Slot Level, Slot Factor);
