using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>Tells the folders of a store that hold a run or a sweep from whatever else people keep there.</summary>
internal static class StoreFolders
{
    private static readonly string[] Signs = [RunManifest.FileName, StoredSweep.SweepFile, "summary.parquet", "lanes.parquet"];

    /// <summary>The folders that are a run or a sweep, or what is left of one.</summary>
    /// <exception cref="RunStoreException">The store may not be read.</exception>
    public static IReadOnlyList<string> Of(string store)
    {
        try
        {
            return Directory.Exists(store) ? [.. Directory.GetDirectories(store).Where(f => RunId.IsValid(Path.GetFileName(f)) && IsOurs(f))] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{store}: may not be read; mend its rights, or give another folder with --runs.", error);
        }
    }

    /// <summary>Whether a folder is a run or a sweep; one that may not be looked into is taken for one.</summary>
    public static bool IsOurs(string folder)
    {
        try
        {
            return Signs.Any(s => File.Exists(Path.Combine(folder, s)))
                || Directory.EnumerateFileSystemEntries(folder).Any(f => Signs.Contains(Path.GetFileName(f)));
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        catch (IOException)
        {
            // It was deleted at this moment.
            return false;
        }
    }
}
