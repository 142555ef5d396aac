using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>The sweeps of a run store; they lie beside the runs.</summary>
/// <param name="store">The run store.</param>
public sealed class SweepStore(RunStore store)
{
    /// <summary>Absolute path of the store.</summary>
    public string Folder => store.Folder;

    /// <summary>Lists the sweeps; a damaged folder is reported and does not hide the others.</summary>
    public SweepListing List()
    {
        var sweeps = new List<StoredSweep>();
        var damaged = new List<DamagedRun>();
        foreach (var folder in StoreFolders.Of(Folder).Where(SweepManifestFile.IsSweep))
        {
            try
            {
                sweeps.Add(Read(folder));
            }
            catch (RunStoreException error)
            {
                damaged.Add(new DamagedRun(folder, error.Message));
            }
        }

        return new SweepListing(
            [.. sweeps.OrderByDescending(s => s.Manifest.Created).ThenByDescending(s => s.Manifest.Id, StringComparer.Ordinal)],
            [.. damaged.OrderBy(d => d.Folder, StringComparer.Ordinal)]);
    }

    /// <summary>The sweep in a folder of exactly this name, whose manifest is to be proven; null when there is none.</summary>
    /// <exception cref="RunStoreException">The manifest cannot be read.</exception>
    public StoredSweep? FindClaims(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var folder = Path.Combine(Folder, id);
        return RunId.IsValid(id) && SweepManifestFile.IsSweep(folder) ? new StoredSweep(folder, SweepManifestFile.ReadClaims(folder)) : null;
    }

    /// <summary>The sweep in a folder of exactly this name; null when there is none.</summary>
    /// <exception cref="RunStoreException">The sweep is there but damaged.</exception>
    public StoredSweep? Find(string id)
    {
        var folder = Path.Combine(Folder, id);
        return RunId.IsValid(id) && SweepManifestFile.IsSweep(folder) ? Read(folder) : null;
    }

    /// <summary>
    /// Opens a sweep by the identifier of its folder, as <c>latest</c>, by name, by the id of its file (the newest), or by the
    /// start of its identifier.
    /// </summary>
    /// <exception cref="RunNotFoundException">No sweep, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">The sweep is there but damaged.</exception>
    public StoredSweep Open(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var sweep = Find(reference) ?? FindMeant(reference);
        return sweep.ReadFault is { } fault ? throw new RunStoreException(fault) : sweep;
    }

    /// <summary>A text that is another one when a sweep came, went, began, got on by a block or ended; cheaper to ask for than the sweeps.</summary>
    public string Pulse()
    {
        var folders = StoreFolders.Of(Folder).Where(SweepManifestFile.IsSweep);
        return string.Join('|', folders.Order(StringComparer.Ordinal).Select(folder => FormattableString.Invariant(
            $"{Path.GetFileName(folder)} {File.GetLastWriteTimeUtc(Path.Combine(folder, RunManifest.FileName)).Ticks} {SweepJournal.LengthOf(folder)} {SweepLock.IsHeld(folder)}")));
    }

    private StoredSweep FindMeant(string reference)
    {
        var listing = List();
        return StoreReference.Find(reference, listing.Sweeps, s => s.Signs, listing.Damaged, SweepManifest.SweepKind, store);
    }

    /// <summary>Reads a sweep as it stands: a killed process leaves "running" behind, and one that begins has not said so yet.</summary>
    private static StoredSweep Read(string folder)
    {
        var isHeld = SweepLock.IsHeld(folder);
        // Who has given the lock back before the look has written the manifest before that.
        var manifest = SweepManifestFile.Read(folder);
        if (manifest.IsFinished)
        {
            return new StoredSweep(folder, manifest);
        }

        var status = isHeld switch
        {
            true => SweepStatus.Running,
            false when manifest.Status == SweepStatus.Running => SweepStatus.Interrupted,
            _ => manifest.Status,
        };
        return new StoredSweep(folder, manifest with { Status = status, BlocksDone = new SweepJournal(folder).Read().Count });
    }
}

/// <summary>The sweeps of a run store.</summary>
/// <param name="Sweeps">Readable sweeps, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record SweepListing(IReadOnlyList<StoredSweep> Sweeps, IReadOnlyList<DamagedRun> Damaged);
