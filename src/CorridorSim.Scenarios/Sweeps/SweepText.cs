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

    /// <summary>Whether replicate k has the same luck at every point.</summary>
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
