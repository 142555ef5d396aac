using System.Collections.Concurrent;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Analysis.Effects;

/// <summary>One variant of a run in a run store; series are read when they are asked for, and kept.</summary>
/// <param name="run">The run.</param>
/// <param name="variant">Index of the variant.</param>
public sealed class StoredEnsemble(StoredRun run, int variant = 0) : IEnsemble
{
    private readonly ConcurrentDictionary<(string Variable, string Nationality), Lazy<IReadOnlyDictionary<SeriesKey, double[][]>>> _read = [];
    private readonly ConcurrentDictionary<(string Variable, string Nationality), Lazy<IReadOnlyDictionary<SeriesKey, double[][]>>> _weeks = [];
    private readonly RunReader _reader = new(run);
    private readonly Lazy<IReadOnlyList<(SeriesKey Key, string Unit)>> _series = new(() => new RunReader(run).Series());

    /// <summary>The run.</summary>
    public StoredRun Run => run;

    /// <inheritdoc/>
    public string Name => run.Manifest.Variants[variant];

    /// <inheritdoc/>
    public ulong Seed => run.Manifest.Seed;

    /// <inheritdoc/>
    public int Replicates => run.Manifest.Replicates;

    /// <inheritdoc/>
    public int FirstMonth => CalendarMonth.Parse(run.Manifest.From);

    /// <inheritdoc/>
    public int Months => run.Manifest.Months;

    /// <inheritdoc/>
    public IReadOnlyList<string> HeadlinePassages => run.Manifest.HeadlinePassages;

    /// <inheritdoc/>
    public IReadOnlyList<PolicyAct> Acts =>
    [
        .. RunActs.ReadEach(run, Name)
            .Select(a => new PolicyAct(CalendarMonth.Parse(a.Month) - FirstMonth, a.Instrument, a.Provision, a.Act, a.Reason, a.Replicates)),
    ];

    /// <inheritdoc/>
    public IReadOnlySet<int> Failed { get; } = FailedReplicates.Of(run.Manifest.Failures, variant, run.Manifest.Replicates);

    /// <inheritdoc/>
    public IReadOnlyList<(SeriesKey Key, string Unit)> Series => _series.Value;

    /// <inheritdoc/>
    public ReportStep Step => run.Step;

    /// <inheritdoc/>
    public double[][] Monthly(SeriesKey key) => Read(key, _read, (variable, nationality) => _reader.ReadAll(variable, nationality));

    /// <inheritdoc/>
    public double[][] Weekly(SeriesKey key) => Step == ReportStep.Week ? Read(key, _weeks, _reader.ReadWeeks) : throw WeeksOf.Nobody($"{Name} ({run.Manifest.Id})");

    private double[][] Read(
        SeriesKey key,
        ConcurrentDictionary<(string Variable, string Nationality), Lazy<IReadOnlyDictionary<SeriesKey, double[][]>>> read,
        Func<string, string, IReadOnlyDictionary<SeriesKey, double[][]>> reader)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Series.All(s => s.Key != key))
        {
            throw new UnknownIndicatorException($"Run {run.Manifest.Id} has not recorded '{key}'; record it in the scenario's 'outputs' or choose another indicator.");
        }

        var series = read.GetOrAdd(
            (key.Variable, key.Nationality),
            k => new Lazy<IReadOnlyDictionary<SeriesKey, double[][]>>(() => reader(k.Variable, k.Nationality))).Value;
        var lanes = series.GetValueOrDefault(key)
            ?? throw new UnknownIndicatorException($"Run {run.Manifest.Id} lists '{key}' but has no values of it; its tables are damaged.");
        return lanes.AsSpan(variant * Replicates, Replicates).ToArray();
    }
}
