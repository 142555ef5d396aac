using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Manifests;

/// <summary>
/// Files that are read only when their bytes are those that were written. A file is checked once and remembered by its size and
/// the time of its last change.
/// </summary>
internal static class CheckedFile
{
    // A file that changes twice within a tick of the clock shows one time of change.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    /// <summary>The path of a file of a run or a sweep, when it has a checksum.</summary>
    /// <exception cref="RunStoreException">The file is missing, cannot be read, or has other bytes.</exception>
    public static string Demand(string folder, string file, string checksum)
    {
        var path = Path.Combine(folder, file);
        var name = $"{Path.GetFileName(folder)}/{file}";
        try
        {
            return Checksum(path) switch
            {
                null => throw new RunStoreException($"{name}: the file is missing; restore it, or remove its folder and run again."),
                { } found when found != checksum => throw new RunStoreException(
                    $"{name}: the file is damaged (its checksum is not the one that was written); restore it, or remove its folder and run again."),
                _ => path,
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunStoreException($"{name}: cannot read the file ({StoreFault.Words(error)}); mend its rights, or remove its folder and run again.", error);
        }
    }

    /// <summary>The checksum of a file; null when it is missing.</summary>
    private static string? Checksum(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }

        var known = Kept.Checksums.Known<(long Length, DateTime Changed, string Checksum)>(path);
        if (known.Checksum is { } checksum && (known.Length, known.Changed) == (file.Length, file.LastWriteTimeUtc))
        {
            return checksum;
        }

        checksum = FileChecksums.Of(file);
        if (DateTime.UtcNow - file.LastWriteTimeUtc > Settled)
        {
            Kept.Checksums.Keep(path, (file.Length, file.LastWriteTimeUtc, checksum));
        }

        return checksum;
    }
}
