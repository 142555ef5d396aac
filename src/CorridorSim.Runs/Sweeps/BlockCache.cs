using CorridorSim.Runs.Files;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Sweeps;

/// <summary>Blocks that other sweeps of the store hold, by content.</summary>
internal sealed class BlockCache
{
    private readonly Dictionary<string, (StoredSweep Sweep, JournalEntry Entry)> _blocks = [];

    /// <summary>Reads the journals of a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="own">Identifier of the sweep that asks.</param>
    public BlockCache(SweepStore store, string own)
    {
        foreach (var sweep in store.List().Sweeps.Where(s => s.Manifest.Id != own && s.Manifest.Build == ModelBuild.Id))
        {
            // A failure may be that of a worker that was lost: what failed once is tried again elsewhere.
            foreach (var entry in Blocks(sweep).Where(e => e.Failures.Count == 0))
            {
                _blocks.TryAdd(entry.Key, (sweep, entry));
            }
        }
    }

    private static IReadOnlyList<JournalEntry> Blocks(StoredSweep sweep)
    {
        try
        {
            return sweep.ReadJournal();
        }
        catch (RunStoreException)
        {
            // Whoever opens that sweep is told; here its blocks are made anew.
            return [];
        }
    }

    /// <summary>Copies a block of the same content to a path; null when there is none, or when its file is damaged.</summary>
    public (JournalEntry Entry, string Sweep)? TryCopy(string key, string target)
    {
        if (!_blocks.TryGetValue(key, out var found))
        {
            return null;
        }

        var source = found.Sweep.PathOf(SweepJournal.FileOf(found.Entry.Block));
        try
        {
            File.Copy(source, target, overwrite: true);
        }
        catch (IOException)
        {
            return null;
        }

        return SweepJournal.ChecksumOf(target) == found.Entry.Checksum ? (found.Entry, found.Sweep.Manifest.Id) : null;
    }
}
