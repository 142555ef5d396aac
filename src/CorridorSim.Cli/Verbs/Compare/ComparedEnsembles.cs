using CorridorSim.Analysis.Effects;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Verbs.Compare;

/// <summary>Opens runs and simulates scenario files, so that they can be compared in any mix.</summary>
/// <param name="store">Where runs are kept.</param>
/// <param name="options">How the work is split.</param>
/// <param name="progress">Told how far it is.</param>
/// <param name="open">Opens what simulates; called only when there is a scenario file.</param>
internal sealed class ComparedEnsembles(
    RunStore store, RunnerOptions options, IProgress<RunProgress> progress, Func<CancellationToken, Task<IBlockEngine>> open)
{
    /// <summary>Titles of the ensembles that were simulated from files.</summary>
    public IReadOnlyDictionary<IEnsemble, string> Titles { get; private set; } = new Dictionary<IEnsemble, string>();

    /// <summary>The ensembles in the order of their references; null, with the reasons, when a file is wrong.</summary>
    /// <param name="references">Scenario files, runs, or variants of runs as <c>run:variant</c>.</param>
    /// <param name="settings">Values that replace those of scenario files.</param>
    /// <param name="bag">Receives what is wrong.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<IEnsemble>?> OpenAsync(
        IReadOnlyList<string> references, IReadOnlyList<string> settings, DiagnosticBag bag, CancellationToken cancellation)
    {
        var ensembles = references.Select(r => IsFile(r) ? null : (IEnsemble)Stored(r)).ToArray();
        string[] files = [.. references.Where(IsFile)];
        if (files.Length == 0)
        {
            return ensembles!;
        }

        // A scenario that is compared with a run needs the random draws and the months of the run.
        var run = ensembles.OfType<StoredEnsemble>().FirstOrDefault()?.Run.Manifest;
        if (ScenarioSet.Load(files, [.. Like(run), .. settings], bag) is not { } set)
        {
            return null;
        }

        await using var engine = await open(cancellation);
        var result = await new Runner(engine).RunAsync(set.Experiment, options, progress, cancellation);
        ResultEnsemble[] simulated = [.. set.Scenarios.Select((_, variant) => new ResultEnsemble(result, variant))];
        Titles = simulated.Zip(set.Scenarios).ToDictionary(s => (IEnsemble)s.First, s => s.Second.Title);
        var next = 0;
        return [.. ensembles.Select(e => e ?? simulated[next++])];
    }

    /// <summary>True when a reference is a file rather than a run.</summary>
    public static bool IsFile(string reference) =>
        reference.EndsWith(".yaml", StringComparison.Ordinal) || reference.EndsWith(".yml", StringComparison.Ordinal) || reference.Contains('/', StringComparison.Ordinal);

    private static IEnumerable<string> Like(RunManifest? run) => run is null
        ? []
        :
        [
            FormattableString.Invariant($"ensemble.replicates={run.Replicates}"),
            FormattableString.Invariant($"ensemble.seed={run.Seed}"),
            $"horizon.from={run.From}",
            $"horizon.to={Model.Policy.CalendarMonth.Format(Model.Policy.CalendarMonth.Parse(run.From) + run.Months - 1)}",
        ];

    private StoredEnsemble Stored(string reference)
    {
        var parts = reference.Split(':', 2);
        var run = store.Open(parts[0]);
        if (parts.Length == 1)
        {
            return new StoredEnsemble(run);
        }

        var variant = run.Manifest.Variants.ToList().IndexOf(parts[1]);
        return variant >= 0 ? new StoredEnsemble(run, variant) : throw new RunNotFoundException(
            $"Run {run.Manifest.Id} has no variant '{parts[1]}'; it has {string.Join(", ", run.Manifest.Variants.Take(8))}.");
    }
}
