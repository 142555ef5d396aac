using CorridorSim.Model.Engine;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;

namespace CorridorSim.Runs.Running;

/// <summary>What all lanes of an experiment measured.</summary>
public sealed record ExperimentResult
{
    private string? _hash;

    /// <summary>The compiled experiment.</summary>
    public required BlockPlan Plan { get; init; }

    /// <summary>Blocks, in order of first lane.</summary>
    public required IReadOnlyList<BlockResult> Blocks
    {
        get;
        init => (field, _hash) = (value, null);
    }

    /// <summary>Hash of the numbers of every lane, see <see cref="ResultHash"/>; worked out when first asked for.</summary>
    public string Hash => _hash ??= ResultHash.Of(Blocks);

    /// <summary>Time from start to end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Lanes that failed.</summary>
    public IEnumerable<LaneFailure> Failures => Blocks.SelectMany(b => b.Failures);

    /// <summary>Greatest relative error of any ledger.</summary>
    public double LedgerError => Blocks.Max(b => b.LedgerError);

    /// <summary>Monthly values of one series in one lane.</summary>
    /// <param name="series">Index into the recorded series of the plan.</param>
    /// <param name="lane">Lane of the experiment.</param>
    public double[] Lane(int series, long lane)
    {
        var block = Blocks.Last(b => b.FirstLane <= lane);
        var column = (int)(lane - block.FirstLane);
        var months = new double[Plan.Experiment.Months];
        for (var month = 0; month < months.Length; month++)
        {
            months[month] = block.Month(series, month, column);
        }

        return months;
    }

    /// <summary>Weekly values of one series in one lane.</summary>
    /// <param name="series">Index into the recorded series of the plan.</param>
    /// <param name="lane">Lane of the experiment.</param>
    /// <exception cref="InvalidOperationException">The experiment recorded no weeks.</exception>
    public double[] Weeks(int series, long lane)
    {
        if (Plan.Experiment.Step != ReportStep.Week)
        {
            throw new InvalidOperationException("The experiment recorded months.");
        }

        var block = Blocks.Last(b => b.FirstLane <= lane);
        var column = (int)(lane - block.FirstLane);
        return [.. Enumerable.Range(0, Plan.Experiment.Points).Select(week => block.Values[series][(week * block.Lanes) + column])];
    }
}
