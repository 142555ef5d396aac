using CorridorSim.Model.Engine;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Sweeps;

/// <summary>Everything that determines the numbers of a sweep, ready to run.</summary>
public sealed record SweepDefinition
{
    /// <summary>Identifier of the sweep.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>The sweep file in canonical form.</summary>
    public required string Text { get; init; }

    /// <summary>Identifier of the base scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The resolved base scenario.</summary>
    public required string ScenarioText { get; init; }

    /// <summary>Hash of the base scenario and its world.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Hash of the files of the world.</summary>
    public string WorldHash { get; init; } = string.Empty;

    /// <summary>Design.</summary>
    public required SweepDesignInfo Design { get; init; }

    /// <summary>What is varied.</summary>
    public required IReadOnlyList<SweepFactorInfo> Factors { get; init; }

    /// <summary>Values of the factors, points x factors; variant v of the experiment is point v.</summary>
    public required double[,] Points { get; init; }

    /// <summary>Figures kept of each lane.</summary>
    public required IReadOnlyList<SweepColumn> Columns { get; init; }

    /// <summary>The experiment.</summary>
    public required BlockPlan Plan { get; init; }

    /// <summary>Works the figures out of a block: columns x lanes.</summary>
    public required Func<BlockResult, double[][]> Measure { get; init; }

    /// <summary>Version of the program.</summary>
    public required string Version { get; init; }
}
