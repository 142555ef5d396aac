using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Engine;

/// <summary>What a block of lanes measured.</summary>
public sealed record BlockResult
{
    /// <summary>First lane of the block.</summary>
    public required long FirstLane { get; init; }

    /// <summary>Number of lanes.</summary>
    public required int Lanes { get; init; }

    /// <summary>Recorded series, in the order of <see cref="Values"/>.</summary>
    public required IReadOnlyList<SeriesInfo> Series { get; init; }

    /// <summary>Values: per series an array of months x lanes, month by month.</summary>
    public required IReadOnlyList<double[]> Values { get; init; }

    /// <summary>Acts of agreements and measures.</summary>
    public required IReadOnlyList<PolicyEvent> Events { get; init; }

    /// <summary>Lanes that failed; their values are not to be used.</summary>
    public required IReadOnlyList<LaneFailure> Failures { get; init; }

    /// <summary>Greatest relative error of the ledger over all participants, ticks and lanes.</summary>
    public required double LedgerError { get; init; }
}
