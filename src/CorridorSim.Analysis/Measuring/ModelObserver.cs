using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Measuring;

/// <summary>Reads from a result what would have been counted: at each month what was counted in it, or in the quarter that it ends.</summary>
/// <param name="series">The observed series.</param>
public sealed class ModelObserver(IReadOnlyList<ObservedSeries> series)
{
    /// <summary>The observed series.</summary>
    public IReadOnlyList<ObservedSeries> Series => series;

    /// <summary>Series of the model that have to be recorded.</summary>
    public IReadOnlyList<SeriesKey> Recorded { get; } = [.. series.SelectMany(s => s.Keys).Distinct()];

    /// <summary>Monthly values of one observed series in one lane; not-a-number where the lane failed.</summary>
    public double[] Monthly(ExperimentResult result, int index, long lane)
    {
        ArgumentNullException.ThrowIfNull(result);
        var sum = new double[result.Plan.Experiment.Months];
        if (result.Failures.Any(f => f.Lane == lane))
        {
            Array.Fill(sum, double.NaN);
            return sum;
        }

        foreach (var key in series[index].Keys)
        {
            var values = result.Lane(result.Plan.RecordedIndex(key), lane);
            for (var month = 0; month < sum.Length; month++)
            {
                sum[month] += values[month];
            }
        }

        return series[index].Step == ReportStep.Quarter && !series[index].IsLevel ? Trailing(sum) : sum;
    }

    /// <summary>Sums of three months that end with each: what a quarter counts stands at its last month.</summary>
    private static double[] Trailing(double[] months) =>
        [.. months.Select((value, m) => m < ReportSteps.MonthsPerQuarter - 1 ? double.NaN : months[m - 2] + months[m - 1] + value)];

    /// <summary>Monthly values of all lanes: an array lanes x months.</summary>
    public double[][] Monthly(ExperimentResult result, int index)
    {
        ArgumentNullException.ThrowIfNull(result);
        var lanes = new double[result.Plan.Experiment.Lanes][];
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            lanes[lane] = Monthly(result, index, lane);
        }

        return lanes;
    }
}

/// <summary>Simulates all lanes of an experiment.</summary>
/// <param name="experiment">The experiment.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task<ExperimentResult> SimulateExperiment(Experiment experiment, CancellationToken cancellationToken);
