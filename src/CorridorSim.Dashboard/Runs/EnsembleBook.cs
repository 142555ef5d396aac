using CorridorSim.Analysis.Effects;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Runs;

/// <summary>Opens variants of runs and keeps those used last, so that moving about a page does not read files again.</summary>
/// <param name="catalogue">The runs.</param>
public sealed class EnsembleBook(RunCatalogue catalogue)
{
    private const int MostKept = 24;

    private readonly Lock _lock = new();
    private readonly List<(string Key, StoredEnsemble Ensemble)> _kept = [];

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

    private StoredEnsemble Keep(StoredRun run, int variant)
    {
        var key = FormattableString.Invariant($"{run.Manifest.Id}:{variant}:{run.Manifest.ResultHash}:{run.Manifest.Created.Ticks}");
        lock (_lock)
        {
            var place = _kept.FindIndex(k => k.Key == key);
            var entry = place < 0 ? (key, new StoredEnsemble(run, variant)) : _kept[place];
            if (place >= 0)
            {
                _kept.RemoveAt(place);
            }

            _kept.Add(entry);
            if (_kept.Count > MostKept)
            {
                _kept.RemoveAt(0);
            }

            return entry.Item2;
        }
    }
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
