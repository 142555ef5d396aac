namespace CorridorSim.Runs.Folders;

/// <summary>
/// A folder in which something is written before it takes its place in a store. Its owner holds a lock beside it, which the
/// system lets go of when the process dies: what a dead owner left is removed by the next one.
/// </summary>
internal sealed class AsideFolder : IDisposable
{
    private const string Prefix = ".tmp-";
    private const string LockEnding = ".lock";

    private readonly FileStream _lock;

    /// <summary>Removes what dead owners left in a store, then makes a folder.</summary>
    /// <param name="store">Folder of the store.</param>
    /// <param name="id">What is to be written.</param>
    /// <exception cref="IOException">The store cannot be written.</exception>
    public AsideFolder(string store, string id)
    {
        Directory.CreateDirectory(store);
        RemoveAbandoned(store);
        Path = System.IO.Path.Combine(store, $"{Prefix}{id}-{Guid.NewGuid():N}");
        _lock = new FileStream(Path + LockEnding, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        Directory.CreateDirectory(Path);
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>Puts the folder in its place, whole.</summary>
    public void MoveTo(string target) => Directory.Move(Path, target);

    /// <summary>Removes the folder, unless it was moved, and the lock.</summary>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        File.Delete(Path + LockEnding);
        _lock.Dispose();
    }

    private static void RemoveAbandoned(string store)
    {
        foreach (var path in Directory.EnumerateFiles(store, $"{Prefix}*{LockEnding}").ToArray())
        {
            try
            {
                using var taken = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None);
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
}
