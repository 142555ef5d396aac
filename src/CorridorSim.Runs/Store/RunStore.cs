using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>A folder of runs. The catalogue is the set of manifests; there is no other index.</summary>
public sealed class RunStore
{
    /// <summary>The reference that means the newest run.</summary>
    public const string Latest = "latest";

    private readonly Action<string>? _passedOver;

    /// <summary>A store in a folder, which need not exist yet.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="passedOver">Is told in one line when a reference could mean something that is damaged and is taken to mean something else.</param>
    public RunStore(string folder, Action<string>? passedOver = null) => (Folder, _passedOver) = (Path.GetFullPath(folder), passedOver);

    /// <summary>Absolute path of the store.</summary>
    public string Folder { get; }

    /// <summary>Refuses a store that cannot be written: better before the work than after it.</summary>
    /// <exception cref="RunStoreException">It cannot be written.</exception>
    public void DemandWritable()
    {
        try
        {
            using var probe = new AsideFolder(Folder, "probe");
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{Folder}: cannot write there ({StoreFault.Words(error)}); mend its rights, make room, or give another folder with --runs.", error);
        }
    }

    /// <summary>Lists the runs; a damaged folder is reported and does not hide the others.</summary>
    public RunListing List()
    {
        var runs = new List<StoredRun>();
        var damaged = new List<DamagedRun>();
        foreach (var folder in StoreFolders.Of(Folder).Where(f => !SweepManifestFile.IsSweep(f)))
        {
            try
            {
                runs.Add(new StoredRun(folder, ManifestFile.Read(folder)));
            }
            catch (RunStoreException error)
            {
                damaged.Add(new DamagedRun(folder, error.Message));
            }
        }

        return new RunListing(
            [.. runs.OrderByDescending(r => r.Manifest.Created).ThenBy(r => r.Manifest.Id, StringComparer.Ordinal)],
            [.. damaged.OrderBy(d => d.Folder, StringComparer.Ordinal)]);
    }

    /// <summary>Refuses a store that is not there: what is asked of it would look like an answer.</summary>
    /// <exception cref="RunStoreException">There is no such folder.</exception>
    public void DemandThere()
    {
        if (!Directory.Exists(Folder))
        {
            throw new RunStoreException(File.Exists(Folder)
                ? $"{Folder} is a file, not a folder of runs; give another with --runs."
                : $"{Folder}: there is no such folder of runs; 'corridorsim run' makes it, or give another with --runs.");
        }
    }

    /// <summary>Opens a run whose manifest is to be proven: what it claims need not be true.</summary>
    /// <exception cref="RunNotFoundException">No run, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">The manifest cannot be read.</exception>
    public StoredRun OpenClaims(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var folder = Path.Combine(Folder, reference);
        return RunId.IsValid(reference) && Directory.Exists(folder) && !SweepManifestFile.IsSweep(folder)
            ? new StoredRun(folder, ManifestFile.ReadClaims(folder))
            : OpenAsItIs(reference);
    }

    /// <summary>Opens a run by identifier, as <c>latest</c>, by name, or by the start of its identifier.</summary>
    /// <exception cref="RunNotFoundException">No run, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">The run is there but damaged.</exception>
    public StoredRun Open(string reference)
    {
        var run = OpenAsItIs(reference);
        return run.ReadFault is { } fault ? throw new RunStoreException(fault) : run;
    }

    /// <summary>Opens a run whose tables may be damaged, as <see cref="Open"/> does otherwise: for who looks for what is wrong.</summary>
    /// <exception cref="RunNotFoundException">No run, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">The manifest is damaged.</exception>
    public StoredRun OpenAsItIs(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var folder = Path.Combine(Folder, reference);
        if (!RunId.IsValid(reference) || !Directory.Exists(folder) || !StoreFolders.IsOurs(folder))
        {
            var listing = List();
            return StoreReference.Find(reference, listing.Runs, r => r.Signs, listing.Damaged, "run", this);
        }

        return SweepManifestFile.IsSweep(folder)
            ? throw new RunNotFoundException($"'{reference}' is a sweep, not a run; ask 'show', 'sensitivity', 'discover', 'robust' or 'query' about it.")
            : new StoredRun(folder, ManifestFile.Read(folder));
    }

    /// <summary>Says what a reference passed over.</summary>
    internal void SayPassedOver(string words) => _passedOver?.Invoke(words);
}

/// <summary>What a run store holds.</summary>
/// <param name="Runs">Readable runs, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record RunListing(IReadOnlyList<StoredRun> Runs, IReadOnlyList<DamagedRun> Damaged);

/// <summary>A folder in a run store that cannot be read as a run.</summary>
/// <param name="Folder">Absolute path of the folder.</param>
/// <param name="Reason">What is wrong, and what to do.</param>
public sealed record DamagedRun(string Folder, string Reason)
{
    /// <summary>Its identifier.</summary>
    public string Id => Path.GetFileName(Folder);
}

/// <summary>No run, or more than one, answers to a reference.</summary>
public sealed class RunNotFoundException : Exception
{
    /// <summary>Creates the exception.</summary>
    public RunNotFoundException(string message)
        : base(message)
    {
    }
}
