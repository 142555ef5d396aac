using CorridorSim.Analysis.Effects;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Runs;

/// <summary>Opens variants of runs and keeps those used last, so that moving about a page does not read files again.</summary>
/// <param name="catalogue">The runs.</param>
public sealed class EnsembleBook(RunCatalogue catalogue)
{
    /// <summary>Opens a variant.</summary>
    /// <exception cref="RunNotFoundException">There is no such run or variant.</exception>
    /// <exception cref="RunStoreException">The run is damaged.</exception>
    public StoredEnsemble Open(EnsembleReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var run = catalogue.Open(reference.Run);
        var variant = reference.Variant is null ? 0 : run.Manifest.Variants.ToList().IndexOf(reference.Variant);
        if (variant < 0)
        {
            throw new RunNotFoundException($"Run {run.Manifest.Id} has no variant of that name; it has {string.Join(", ", run.Manifest.Variants)}.");
        }

        return Keep(run, variant);
    }

    /// <summary>The variant a run is compared with on its own page: its second, the world without the pact; null when there is none.</summary>
    public StoredEnsemble? Parent(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Manifest.Variants.Count == 2 ? Keep(run, 1) : null;
    }

    private StoredEnsemble Keep(StoredRun run, int variant) =>
        Kept.Ensembles.Get((this, run.Manifest.Id, variant, run.Manifest.ResultHash, run.Manifest.Created), () => new StoredEnsemble(run, variant));
}

/// <summary>A variant of a run as addresses carry it: <c>run</c> for the first variant, else <c>run:variant</c>.</summary>
/// <param name="Run">Identifier of the run.</param>
/// <param name="Variant">Name of the variant; null for the first.</param>
public sealed record EnsembleReference(string Run, string? Variant = null)
{
    /// <summary>Reads a reference.</summary>
    public static EnsembleReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new EnsembleReference(text) : new EnsembleReference(text[..colon], text[(colon + 1)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => Variant is null ? Run : $"{Run}:{Variant}";
}
