using System.Text;

namespace CorridorSim.Runs.Files;

/// <summary>
/// Writes files so that readers see the old one or the new one, each whole, whatever happens meanwhile: aside in the same
/// folder, flushed to the disk, then moved into place. A full disk leaves the old file as it was.
/// </summary>
public static class DurableFile
{
    /// <summary>Writes a text as UTF-8.</summary>
    /// <exception cref="IOException">The file cannot be written; what was there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string path, string text) => Write(path, aside => File.WriteAllText(aside, text, new UTF8Encoding(false)));

    /// <summary>Writes a text as UTF-8 into a new file, which is there whole or not at all.</summary>
    /// <exception cref="IOException">It is there already, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void WriteNew(string path, string text, UnixFileMode? mode = null)
    {
        if (File.Exists(path))
        {
            throw new IOException($"{path} is there already");
        }

        var target = Path.GetFullPath(path);
        Write(target, Aside(target), aside => WriteText(aside, text, mode), replaces: false);
    }

    /// <summary>Has a file written by something that takes a path.</summary>
    /// <param name="path">Where the file is to be; a link is followed.</param>
    /// <param name="write">Writes the whole file at the path that it is given.</param>
    public static void Write(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var target = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
        if (Directory.Exists(target))
        {
            throw new IOException("it is a folder");
        }

        if (IsDevice(target))
        {
            write(target);
            return;
        }

        Write(target, Aside(target), write);
    }

    /// <summary>Returns when the content of every file of a folder is on the disk.</summary>
    public static void FlushAll(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Flush(path);
        }
    }

    /// <summary>Writes a file of a folder that one process alone writes.</summary>
    internal static void WriteOwn(string path, string text) => Write(path, path + ".tmp", aside => File.WriteAllText(aside, text, new UTF8Encoding(false)));

    /// <summary>Returns when the content of a file is on the disk.</summary>
    internal static void Flush(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    private static string Aside(string target) => Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");

    private static void WriteText(string path, string text, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var writer = new StreamWriter(path, new UTF8Encoding(false), options);
        writer.Write(text);
    }

    private static void Write(string target, string aside, Action<string> write, bool replaces = true)
    {
        try
        {
            write(aside);
            KeepMode(target, aside);
            Flush(aside);
            File.Move(aside, target, replaces);
        }
        catch (ArgumentOutOfRangeException error) when (StoreFault.Is(error))
        {
            throw new IOException(StoreFault.Words(error), error);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    // A device or a pipe such as /dev/stdout is written to; moving a file there would replace it.
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);

    private static void KeepMode(string target, string aside)
    {
        if (!OperatingSystem.IsWindows() && File.Exists(target))
        {
            File.SetUnixFileMode(aside, File.GetUnixFileMode(target));
        }
    }
}
