using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;

namespace CorridorSim.Runs.Keeping;

/// <summary>
/// Throws runs and sweeps away: each is first renamed, at once and as a whole, so that whoever lists the store sees it whole or
/// not at all; then its files go. What a killed process left of that is removed by the next removal.
/// </summary>
/// <param name="store">The store.</param>
public sealed class StoreRemoval(RunStore store)
{
    private const string Prefix = ".gone-";

    /// <summary>Why an entry must stay; null when it may go.</summary>
    public static string? Obstacle(StoreEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.IsRunning ? $"{entry.Kind} {entry.Id} is being written by another process; wait for it or stop it"
            : entry.IsPinned ? $"{entry.Kind} {entry.Id} is pinned; take the tag '{RunLabels.Pinned}' away first"
            : null;
    }

    /// <summary>Deletes a run or sweep with its labels.</summary>
    /// <returns>False when another process deleted it first.</returns>
    /// <exception cref="RunStoreException">It is being written, is pinned, or may not be removed.</exception>
    public async Task<bool> DeleteAsync(StoreEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (Obstacle(entry) is { } obstacle)
        {
            throw new RunStoreException($"{obstacle}.");
        }

        try
        {
            // Held while it is renamed: nobody can resume a sweep that is going.
            await using var hold = entry.Sweep is { } sweep && Directory.Exists(sweep.Folder) ? await SweepLock.TakeAsync(sweep) : null;
            return Remove(entry.Folder);
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw NotRemoved(entry.Folder, error);
        }
    }

    /// <summary>Deletes a damaged run or sweep: a folder that holds the manifest or the tables of one.</summary>
    /// <returns>False when another process deleted it first.</returns>
    /// <exception cref="RunStoreException">It may not be removed.</exception>
    public bool Delete(DamagedRun damaged)
    {
        ArgumentNullException.ThrowIfNull(damaged);
        if (SweepLock.IsHeld(damaged.Folder) == true)
        {
            throw new RunStoreException($"{damaged.Folder} is being written by another process; wait for it or stop it.");
        }

        try
        {
            return Remove(damaged.Folder);
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw NotRemoved(damaged.Folder, error);
        }
    }

    /// <summary>Removes what killed processes left of what they were deleting.</summary>
    public void Finish()
    {
        foreach (var folder in Directory.Exists(store.Folder) ? Directory.GetDirectories(store.Folder, Prefix + "*") : [])
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Another process is removing it at this moment, or may not: the next one tries again.
            }
        }
    }

    private static RunStoreException NotRemoved(string folder, Exception error) =>
        new($"{folder}: cannot be deleted ({StoreFault.Words(error)}); mend its rights.", error);

    private bool Remove(string folder)
    {
        var gone = Path.Combine(store.Folder, $"{Prefix}{Path.GetFileName(folder)}-{Guid.NewGuid():N}");
        try
        {
            Directory.Move(folder, gone);
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }

        LabelFile.Remove(store.Folder, Path.GetFileName(folder));
        Finish();
        return true;
    }
}
