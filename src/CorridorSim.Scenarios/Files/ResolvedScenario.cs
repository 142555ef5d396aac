using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Clauses;

namespace CorridorSim.Scenarios.Files;

/// <summary>A scenario that has been checked against its world.</summary>
public sealed record ResolvedScenario
{
    /// <summary>Identifier.</summary>
    public required string Id { get; init; }

    /// <summary>Title in words.</summary>
    public required string Title { get; init; }

    /// <summary>First month of the horizon.</summary>
    public required int FirstMonth { get; init; }

    /// <summary>Months of the horizon.</summary>
    public required int Months { get; init; }

    /// <summary>Replicates.</summary>
    public required int Replicates { get; init; }

    /// <summary>Seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Which series are recorded.</summary>
    public required RecordedSeries Records { get; init; }

    /// <summary>By what the scenario reports.</summary>
    public ReportStep Step { get; init; }

    /// <summary>World parameters that the scenario sets, by path.</summary>
    public required IReadOnlyDictionary<string, Distribution> Assumptions { get; init; }

    /// <summary>Joint sample of world parameters from which each replicate takes a row; null for none.</summary>
    public PosteriorSample? Posterior { get; init; }

    /// <summary>Agreements and measures.</summary>
    public required IReadOnlyList<InstrumentText> Instruments { get; init; }

    /// <summary>Canonical text.</summary>
    public required string Canonical { get; init; }

    /// <summary>Hash of the canonical text and the world.</summary>
    public required string Hash { get; init; }
}

/// <summary>What a scenario asks to record.</summary>
public enum RecordedSeries
{
    /// <summary>The headline series: totals over nationalities.</summary>
    Headline,

    /// <summary>The headline, and flows by nationality.</summary>
    Flows,

    /// <summary>Every series.</summary>
    Full,
}
