using CorridorSim.Runs.Folders;

namespace CorridorSim.Runs.Sweeps;

/// <summary>
/// The lock of a sweep: who writes the sweep holds it, and the system lets go of it when the process dies. A manifest may say
/// "running" for ever; the lock cannot.
/// </summary>
internal static class SweepLock
{
    private const int Attempts = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes the lock; it is given back when what is returned is disposed of.</summary>
    /// <exception cref="RunStoreException">Another process is at work on the sweep.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<FileStream> TakeAsync(StoredSweep sweep)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(sweep.PathOf(StoredSweep.LockFile), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
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
            using var look = new FileStream(Path.Combine(folder, StoredSweep.LockFile), FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
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
