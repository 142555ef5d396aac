using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;

namespace CorridorSim.Analysis.Measuring;

/// <summary>The lanes of one block, each as if it were a replicate: so that indicators are worked out block by block.</summary>
internal sealed class BlockEnsemble : IEnsemble
{
    private readonly BlockPlan _plan;
    private readonly BlockResult? _block;

    /// <summary>The lanes of a block; without one only what is recorded is known.</summary>
    public BlockEnsemble(BlockPlan plan, BlockResult? block = null)
    {
        (_plan, _block) = (plan, block);
        Failed = new HashSet<int>(block?.Failures.Select(f => (int)(f.Lane - block.FirstLane)) ?? []);
        Series = [.. plan.Series.Select(s => (s.Key, s.Unit))];
    }

    /// <inheritdoc/>
    public string Name => _plan.Experiment.World.Id;

    /// <inheritdoc/>
    public ulong Seed => _plan.Experiment.Seed;

    /// <inheritdoc/>
    public int Replicates => _block?.Lanes ?? 0;

    /// <inheritdoc/>
    public int FirstMonth => _plan.Experiment.FirstMonth;

    /// <inheritdoc/>
    public int Months => _plan.Experiment.Months;

    /// <inheritdoc/>
    public IReadOnlyList<string> HeadlinePassages => _plan.Experiment.World.HeadlinePassages;

    /// <inheritdoc/>
    public IReadOnlyList<PolicyAct> Acts => [];

    /// <inheritdoc/>
    public IReadOnlySet<int> Failed { get; }

    /// <inheritdoc/>
    public IReadOnlyList<(SeriesKey Key, string Unit)> Series { get; }

    /// <inheritdoc/>
    public double[][] Monthly(SeriesKey key)
    {
        var series = _plan.RecordedIndex(key);
        return series < 0
            ? throw new UnknownIndicatorException($"'{key}' was not recorded; choose another indicator.")
            : [.. Enumerable.Range(0, Replicates).Select(lane => Lane(_block!, series, lane))];
    }

    private double[] Lane(BlockResult block, int series, int lane)
    {
        var months = new double[Months];
        for (var month = 0; month < months.Length; month++)
        {
            months[month] = Failed.Contains(lane) ? double.NaN : block.Month(series, month, lane);
        }

        return months;
    }
}
