using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Effects;

/// <summary>One variant of a result in memory.</summary>
/// <param name="result">The result.</param>
/// <param name="variant">Index of the variant.</param>
public sealed class ResultEnsemble(ExperimentResult result, int variant) : IEnsemble
{
    /// <summary>The world that was simulated.</summary>
    public WorldPlan World => result.Plan.Experiment.World;

    /// <inheritdoc/>
    public string Name => result.Plan.Experiment.Variants[variant].Name;

    /// <inheritdoc/>
    public ulong Seed => result.Plan.Experiment.Seed;

    /// <inheritdoc/>
    public int Replicates => result.Plan.Experiment.Replicates;

    /// <inheritdoc/>
    public int FirstMonth => result.Plan.Experiment.FirstMonth;

    /// <inheritdoc/>
    public int Months => result.Plan.Experiment.Months;

    /// <inheritdoc/>
    public IReadOnlyList<string> HeadlinePassages => result.Plan.Experiment.World.HeadlinePassages;

    /// <inheritdoc/>
    public IReadOnlyList<PolicyAct> Acts =>
    [
        .. from act in result.Blocks.SelectMany(b => b.Events)
           from lane in act.Lanes
           where lane / Replicates == variant
           select new PolicyAct(act.Month, act.Instrument, act.Provision, act.Act, act.Reason, (int)(lane % Replicates)),
    ];

    /// <inheritdoc/>
    public IReadOnlySet<int> Failed { get; } = FailedReplicates.Of(result.Failures, variant, result.Plan.Experiment.Replicates);

    /// <inheritdoc/>
    public IReadOnlyList<(SeriesKey Key, string Unit)> Series { get; } = [.. result.Plan.Series.Select(s => (s.Key, s.Unit))];

    /// <inheritdoc/>
    public double[][] Monthly(SeriesKey key) => Read(key, Months, result.Lane);

    /// <inheritdoc/>
    public ReportStep Step => result.Plan.Experiment.Step;

    /// <inheritdoc/>
    public double[][] Weekly(SeriesKey key) => Step == ReportStep.Week ? Read(key, result.Plan.Experiment.Points, result.Weeks) : throw WeeksOf.Nobody(Name);

    private double[][] Read(SeriesKey key, int count, Func<int, long, double[]> lane)
    {
        var series = result.Plan.RecordedIndex(key);
        if (series < 0)
        {
            throw new UnknownIndicatorException($"'{key}' was not recorded; record it in the scenario's 'outputs' or choose another indicator.");
        }

        return
        [
            .. Enumerable.Range(0, Replicates).Select(replicate => Failed.Contains(replicate)
                ? Enumerable.Repeat(double.NaN, count).ToArray()
                : lane(series, ((long)variant * Replicates) + replicate)),
        ];
    }
}
