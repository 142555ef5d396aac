using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;

namespace CorridorSim.Analysis.Reports;

/// <summary>A variant of a stored run, with the scenario it was made from as far as its world is still there.</summary>
public sealed class ReportedVariant
{
    private readonly Lazy<RecordedMonths?> _record;

    private ReportedVariant(StoredRun run, int variant, CompiledScenario? compiled)
    {
        (Run, Ensemble, Compiled) = (run, new StoredEnsemble(run, variant), compiled);
        Scenario = compiled is null ? null : new[] { compiled.Scenario, compiled.Parent }.FirstOrDefault(s => s?.Id == Ensemble.Name);
        _record = new Lazy<RecordedMonths?>(() => compiled is null ? null : RecordedMonths.Of(compiled, Ensemble));
    }

    /// <summary>The run.</summary>
    public StoredRun Run { get; }

    /// <summary>Its replicates.</summary>
    public StoredEnsemble Ensemble { get; }

    /// <summary>The scenario of the run, compiled again; null when its world is not to be found.</summary>
    public CompiledScenario? Compiled { get; }

    /// <summary>The scenario of this variant, or null.</summary>
    public ResolvedScenario? Scenario { get; }

    /// <summary>Name of the variant.</summary>
    public string Name => Ensemble.Name;

    /// <summary>What was observed of its world; null when the world is not to be found.</summary>
    public RecordedMonths? Record => _record.Value;

    /// <summary>Title in words; the name when it is not known.</summary>
    public string Title => Scenario?.Title ?? Name;

    /// <summary>Whether the scenario and its world, as they are now, are those of the run.</summary>
    public bool IsUnchanged => Compiled?.Scenario.Hash == Run.Manifest.ScenarioHash;

    /// <summary>Opens a run, or a variant of one as <c>run:variant</c>.</summary>
    /// <param name="store">Where runs are kept.</param>
    /// <param name="reference">The reference.</param>
    /// <param name="scenarios">Folder from which the path of the world starts.</param>
    /// <exception cref="RunNotFoundException">There is no such run or variant.</exception>
    public static ReportedVariant Open(RunStore store, string reference, string scenarios)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(reference);
        var parts = reference.Split(':', 2);
        var run = store.Open(parts[0]);
        var variant = parts.Length == 1 ? 0 : run.Manifest.Variants.ToList().IndexOf(parts[1]);
        return variant >= 0
            ? new ReportedVariant(run, variant, CompiledScenario.OfRun(run.ReadScenario(), scenarios, new DiagnosticBag()))
            : throw new RunNotFoundException($"Run {run.Manifest.Id} has no variant '{parts[1]}'; it has {string.Join(", ", run.Manifest.Variants.Take(8))}.");
    }

    /// <summary>Another variant of the same run; null when there is none of that name.</summary>
    public ReportedVariant? Sibling(string name) =>
        Run.Manifest.Variants.ToList().IndexOf(name) is var variant and >= 0 ? new ReportedVariant(Run, variant, Compiled) : null;
}
