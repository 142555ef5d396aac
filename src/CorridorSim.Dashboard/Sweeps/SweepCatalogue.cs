using CorridorSim.Dashboard.Shared.Shell;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>
/// The sweeps of a store, watched: whoever is at work on one (this program, the command line, another machine), pages hear
/// within a second how far it is, and that it has ended or that its process is gone.
/// </summary>
public sealed class SweepCatalogue : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private const int MostSparks = 12;
    private const int MostSparkPoints = 100;

    private readonly SweepStore _store;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private string? _pulse;

    /// <summary>Begins to watch a store.</summary>
    public SweepCatalogue(RunStore store)
    {
        _store = new SweepStore(store);
        _timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    /// <summary>Raised, on any thread, when sweeps came, went or got on.</summary>
    public event Action? Changed;

    /// <summary>The sweeps, newest first.</summary>
    public IReadOnlyList<StoredSweep> List() => _store.List().Sweeps;

    /// <summary>The folders of sweeps that cannot be read.</summary>
    public IReadOnlyList<DamagedRun> Damaged() => _store.List().Damaged;

    /// <summary>The newest sweeps as a list shows them.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<SweepRow> Rows(int most) => [.. List().Take(most).Select((s, i) => new SweepRow(s, i < MostSparks && s.Manifest.IsFinished ? Spark(s) : null))];

    /// <summary>Opens a sweep by its identifier or the start of one.</summary>
    /// <exception cref="RunNotFoundException">No sweep, or more than one, answers to it.</exception>
    /// <exception cref="RunStoreException">It is damaged.</exception>
    public StoredSweep Open(string reference) => _store.Open(reference);

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private double[]? Spark(StoredSweep sweep) => Kept.Sparks.Get<double[]?>((this, sweep.Manifest.Id, sweep.Manifest.ResultHash), () =>
    {
        try
        {
            double[] means = [.. new SweepReader(sweep).Means(0).Order()];
            return [.. means.Where((_, i) => i % ((means.Length / MostSparkPoints) + 1) == 0)];
        }
        catch (Exception error) when (Failures.IsExpected(error))
        {
            // The page of the sweep says what is wrong with its tables.
            return null;
        }
    });

    private void Look()
    {
        bool changed;
        lock (_lock)
        {
            // Nobody listens: nothing is read. The first who listens may have read before the first look, and reads again.
            var pulse = Changed is null ? null : _store.Pulse();
            changed = pulse is not null && pulse != _pulse;
            _pulse = pulse;
        }

        if (changed)
        {
            Changed?.Invoke();
        }
    }
}

/// <summary>A sweep in a list.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Spark">Its first figure, mean over replicates at each point, from the least to the greatest; null when there is none yet.</param>
public sealed record SweepRow(StoredSweep Sweep, double[]? Spark)
{
    /// <summary>Where it stands, in words.</summary>
    public string State => Sweep.Manifest switch
    {
        { Status: SweepStatus.Complete } => "finished",
        { Status: SweepStatus.SomeLanesFailed } m => FormattableString.Invariant($"finished, {m.Failures.Count:#,0} of {m.Lanes:#,0} simulations failed"),
        { Status: SweepStatus.Running } => $"at work, {Parts} done",
        { Status: SweepStatus.Interrupted } => $"interrupted, {Parts} done; can be resumed",
        _ => $"stopped, {Parts} done; can be resumed",
    };

    private string Parts => FormattableString.Invariant($"{Sweep.Manifest.BlocksDone:#,0} of {Sweep.Manifest.Blocks:#,0} parts");
}
