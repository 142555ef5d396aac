using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>A sweep as its file states it, checked against its base scenario.</summary>
public sealed record SweepText
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>The scenario that is varied.</summary>
    public required CompiledScenario Base { get; init; }

    /// <summary>What is varied, in the order of the file.</summary>
    public required IReadOnlyList<SweepFactor> Factors { get; init; }

    /// <summary>How points are chosen.</summary>
    public required SweepDesign Design { get; init; }

    /// <summary>Replicates of each point.</summary>
    public required int Replicates { get; init; }

    /// <summary>Seed of all draws, those of the design included.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Whether replicate k has the same random draws at every point.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>Indicators to record, as written; empty for the compact headline.</summary>
    public required IReadOnlyList<YamlText> Record { get; init; }

    /// <summary>Figures over the <c>whole</c> horizon, or also by <c>years</c> or <c>months</c>.</summary>
    public required string Periods { get; init; }

    /// <summary>What policies are judged by.</summary>
    public required IReadOnlyList<InterestText> Goals { get; init; }

    /// <summary>What parties care about.</summary>
    public required IReadOnlyList<PartyText> Parties { get; init; }

    /// <summary>The file in canonical form.</summary>
    public required string Canonical { get; init; }
}

/// <summary>What a party of an agreement cares about.</summary>
/// <param name="Party">Country code.</param>
/// <param name="Interests">Its indicators, as written, each with its worth.</param>
/// <param name="PaymentWorth">What a thousand USD are worth to it, in weighted units, above 0.</param>
public sealed record PartyText(string Party, IReadOnlyList<InterestText> Interests, double PaymentWorth);

/// <summary>One indicator that somebody wants more or less of.</summary>
/// <param name="Indicator">The indicator as written.</param>
/// <param name="MoreIsBetter">Which way it is better.</param>
/// <param name="Weight">What a unit is worth, at least 0.</param>
/// <param name="Threshold">Level that has to be met; null when none is stated.</param>
public sealed record InterestText(YamlText Indicator, bool MoreIsBetter, double Weight, double? Threshold);

/// <summary>The design of a sweep as its file states it.</summary>
/// <param name="Kind">How points are chosen.</param>
/// <param name="Points">Points of a sample, rows of a matrix (Saltelli) or futures (cross).</param>
/// <param name="Trajectories">Morris trajectories.</param>
/// <param name="Levels">Levels of the Morris grid, even.</param>
/// <param name="Rows">Listed points, in the factors' units.</param>
/// <param name="Item">Where it stands.</param>
public sealed record SweepDesign(
    DesignKind Kind, int Points, int Trajectories, int Levels, IReadOnlyList<IReadOnlyList<double>> Rows, YamlItem Item);

/// <summary>How the points of a sweep are chosen.</summary>
public enum DesignKind
{
    /// <summary>Every combination of the levels of all factors.</summary>
    Grid,

    /// <summary>Points that the file lists.</summary>
    List,

    /// <summary>A base point, then each factor alone at each of its other levels.</summary>
    OneAtATime,

    /// <summary>Latin hypercube sample.</summary>
    LatinHypercube,

    /// <summary>Points of the Sobol' sequence.</summary>
    Sobol,

    /// <summary>Two matrices and their exchanges, from which Sobol' indices are estimated.</summary>
    Saltelli,

    /// <summary>Trajectories for elementary effects.</summary>
    Morris,

    /// <summary>Every combination of the levers' levels, each in the same Latin hypercube sample of the uncertainties.</summary>
    Cross,
}
