namespace CorridorSim.Runs.Files;

/// <summary>Whether locks on files do anything: on some network file systems, and where they are switched off, they do not.</summary>
internal static class FileLocks
{
    /// <summary>Whether the lock is kept that this process holds on a file: opening it again must fail.</summary>
    public static bool AreKept(string path)
    {
        try
        {
            using var again = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
