using System.Globalization;

namespace CorridorSim.Runs.Files;

/// <summary>
/// A folder in which something is written before it takes its place in a store. Its owner holds a lock beside it, which also
/// reserves the name in the store: whoever comes at the same moment gets the next one. The system lets go of the lock when the
/// process dies, and what a dead owner left is removed by the next one.
/// </summary>
internal sealed class AsideFolder : IDisposable
{
    private const string Prefix = ".tmp-";
    private const string LockEnding = ".lock";
    private const int FileExists = 17;
    private const int FileExistsOnWindows = 80;

    // An empty lock belongs to an owner who is just taking it.
    private static readonly TimeSpan TakingTime = TimeSpan.FromMinutes(1);

    // Where locks do nothing, only age tells a dead owner from a living one.
    private static readonly TimeSpan LifeWithoutLocks = TimeSpan.FromDays(1);

    private readonly string _store;
    private readonly FileStream _lock;

    /// <summary>Removes what dead owners left in a store, reserves a name and makes a folder.</summary>
    /// <param name="store">Folder of the store.</param>
    /// <param name="name">The name that is wanted; the first of it, <c>-2</c>, <c>-3</c> and so on that is free is taken.</param>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public AsideFolder(string store, string name)
    {
        _store = store;
        Directory.CreateDirectory(store);
        (Name, _lock) = Reserve(store, name);
        try
        {
            RemoveAbandoned(store, FileLocks.AreKept(PathOf(Name) + LockEnding) ? TimeSpan.Zero : LifeWithoutLocks);
            Directory.CreateDirectory(Path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The name that was reserved in the store.</summary>
    public string Name { get; }

    /// <summary>Absolute path of the folder.</summary>
    public string Path => PathOf(Name);

    /// <summary>Puts the folder in its place, whole and on the disk; false when somebody put another there by hand meanwhile.</summary>
    public bool TryPublish()
    {
        DurableFile.FlushAll(Path);
        var target = System.IO.Path.Combine(_store, Name);
        try
        {
            Directory.Move(Path, target);
            return true;
        }
        catch (IOException) when (Directory.Exists(target) && Directory.Exists(Path))
        {
            return false;
        }
    }

    /// <summary>Removes the folder, unless it was published, and gives the name back.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        File.Delete(Path + LockEnding);
        _lock.Dispose();
    }

    private static (string Name, FileStream Lock) Reserve(string store, string wanted)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
            if (Take(store, name) is { } taken)
            {
                return (name, taken);
            }
        }
    }

    /// <summary>Takes a name; null when it is in use. The lock is made by one process alone, whether or not locks work.</summary>
    private static FileStream? Take(string store, string name)
    {
        var path = System.IO.Path.Combine(store, Prefix + name + LockEnding);
        FileStream taken;
        try
        {
            taken = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (File.Exists(path) || IsTaken(error))
        {
            return null;
        }

        try
        {
            taken.WriteByte((byte)'\n');
        }
        catch
        {
            File.Delete(path);
            taken.Dispose();
            throw;
        }

        // Looked at only now: an owner gives the name back after the folder has it.
        if (!System.IO.Path.Exists(System.IO.Path.Combine(store, name)))
        {
            return taken;
        }

        File.Delete(path);
        taken.Dispose();
        return null;
    }

    // Who had it may have given it back between the refusal and the look.
    private static bool IsTaken(IOException error) => (error.HResult & 0xFFFF) is FileExists or FileExistsOnWindows || StoreFault.IsHeld(error);

    private static void RemoveAbandoned(string store, TimeSpan age)
    {
        foreach (var path in Directory.EnumerateFiles(store, $"{Prefix}*{LockEnding}").ToArray())
        {
            try
            {
                using var taken = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
                var least = taken.Length == 0 && age < TakingTime ? TakingTime : age;
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < least)
                {
                    continue;
                }

                var folder = path[..^LockEnding.Length];
                if (Directory.Exists(folder))
                {
                    Directory.Delete(folder, recursive: true);
                }

                File.Delete(path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Its owner is alive, or another process is removing it at this moment.
            }
        }
    }

    private string PathOf(string name) => System.IO.Path.Combine(_store, Prefix + name);
}
