using CorridorSim.Runs.Files;

namespace CorridorSim.Runs.Store;

/// <summary>
/// The lock of a sweep: who writes the sweep holds it, and the system lets go of it when the process dies. A manifest may say
/// "running" for ever; the lock cannot.
/// </summary>
internal static class SweepLock
{
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock; it is given back when what is returned is disposed of.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="isNew">Whether this process has just begun it, so that nobody else can be at work on it.</param>
    /// <exception cref="RunStoreException">Another process is at work on the sweep, or might be: its file system keeps no locks.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<FileStream> TakeAsync(StoredSweep sweep, bool isNew = false)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var taken = new FileStream(sweep.PathOf(StoredSweep.LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                if (isNew || FileLocks.AreKept(sweep.PathOf(StoredSweep.LockFile)))
                {
                    return taken;
                }

                await taken.DisposeAsync();
                throw new RunStoreException(
                    $"sweep {sweep.Manifest.Id} lies on a file system that keeps no locks, so nobody can tell whether another process writes it; copy the store to a local disk and continue there.");
            }
            catch (IOException error) when (StoreFault.IsHeld(error))
            {
                if (attempt == Attempts)
                {
                    throw new RunStoreException($"sweep {sweep.Manifest.Id} is being written by another process; wait for it or stop it.", error);
                }
            }

            // Who only asks whether the lock is held holds it for a moment as well.
            await Task.Delay(Pause);
        }
    }

    /// <summary>Whether a process holds the lock of a folder; null where that cannot be told.</summary>
    public static bool? IsHeld(string folder)
    {
        try
        {
            var path = Path.Combine(folder, StoredSweep.LockFile);
            using var look = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return FileLocks.AreKept(path) ? false : null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
        catch (IOException error)
        {
            return StoreFault.IsHeld(error);
        }
    }
}
