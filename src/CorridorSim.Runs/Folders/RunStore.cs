using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Runs.Folders;

/// <summary>A folder of runs. The catalogue is the set of manifests; there is no other index.</summary>
public sealed class RunStore
{
    /// <summary>The reference that means the newest run.</summary>
    public const string Latest = "latest";

    /// <summary>A store in a folder, which need not exist yet.</summary>
    public RunStore(string folder) => Folder = Path.GetFullPath(folder);

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
        foreach (var folder in Directory.Exists(Folder) ? Directory.GetDirectories(Folder) : [])
        {
            if (!RunId.IsValid(Path.GetFileName(folder)) || SweepManifestFile.IsSweep(folder))
            {
                continue;
            }

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

    /// <summary>Opens a run by identifier, by the start of one, or as <c>latest</c>.</summary>
    /// <exception cref="RunNotFoundException">No run, or more than one, answers to the reference.</exception>
    /// <exception cref="RunStoreException">The run is there but damaged.</exception>
    public StoredRun Open(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (!RunId.IsValid(reference))
        {
            throw new RunNotFoundException($"'{reference}' is not the name of a run; use an identifier that 'list' shows, its start, or '{Latest}'.");
        }

        if (Directory.Exists(Path.Combine(Folder, reference)))
        {
            if (SweepManifestFile.IsSweep(Path.Combine(Folder, reference)))
            {
                throw new RunNotFoundException($"'{reference}' is a sweep, not a run; ask 'show', 'sensitivity', 'discover', 'robust' or 'query' about it.");
            }

            return new StoredRun(Path.Combine(Folder, reference), ManifestFile.Read(Path.Combine(Folder, reference)));
        }

        var runs = List().Runs;
        StoredRun[] found = reference == Latest
            ? [.. runs.Take(1)]
            : [.. runs.Where(r => r.Manifest.Id.StartsWith(reference, StringComparison.Ordinal))];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new RunNotFoundException($"No run '{reference}' in {Folder}; 'list' shows the runs there are."),
            _ => throw new RunNotFoundException(
                $"'{reference}' means {found.Length} runs ({string.Join(", ", found.Take(3).Select(r => r.Manifest.Id))}); write more of the identifier."),
        };
    }
}
