using CorridorSim.Model.Post;
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

    /// <summary>Values: per series an array of points x lanes, point by point: months, or weeks where they are reported.</summary>
    public required IReadOnlyList<double[]> Values { get; init; }

    /// <summary>Points of a month, see <see cref="Experiment.PointsPerMonth"/>.</summary>
    public int PointsPerMonth { get; init; } = 1;

    /// <summary>The value of a month: the sum of its weeks for a flow, the last one for a stock.</summary>
    /// <param name="series">Index of the series.</param>
    /// <param name="month">Month of the horizon, from 0.</param>
    /// <param name="column">Lane of the block, from 0.</param>
    public double Month(int series, int month, int column)
    {
        var values = Values[series];
        var last = (((month + 1) * PointsPerMonth) - 1) * Lanes;
        if (PointsPerMonth == 1 || Series[series].Kind == SeriesKind.Stock)
        {
            return values[last + column];
        }

        var sum = 0.0;
        for (var at = month * PointsPerMonth * Lanes; at <= last; at += Lanes)
        {
            sum += values[at + column];
        }

        return sum;
    }

    /// <summary>Acts of agreements and measures.</summary>
    public required IReadOnlyList<PolicyEvent> Events { get; init; }

    /// <summary>Lanes that failed; their values are not to be used.</summary>
    public required IReadOnlyList<LaneFailure> Failures { get; init; }

    /// <summary>Greatest relative error of the ledger over all participants, ticks and lanes.</summary>
    public required double LedgerError { get; init; }
}
