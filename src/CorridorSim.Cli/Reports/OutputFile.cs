using CorridorSim.Runs.Files;

namespace CorridorSim.Cli.Reports;

/// <summary>Writes the files that a verb is asked for; the old one stays until the new one is whole.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text.</summary>
    /// <exception cref="OutputFileException">It cannot be written.</exception>
    public static void Write(string path, string text) => Try(path, () => DurableFile.Write(path, text));

    /// <summary>Makes a folder for several files.</summary>
    /// <exception cref="OutputFileException">It cannot be made.</exception>
    public static void MakeFolder(string path) => Try(path, () => Directory.CreateDirectory(path));

    /// <summary>Writes what stands at a path, a file or a folder.</summary>
    /// <exception cref="OutputFileException">It cannot be written.</exception>
    public static void Try(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new OutputFileException($"{path}: cannot be written ({StoreFault.Words(error)}); make room or give another file", error);
        }
    }
}

/// <summary>A file that was asked for cannot be written.</summary>
/// <param name="message">Which, why, and what to do.</param>
/// <param name="cause">What the system said.</param>
internal sealed class OutputFileException(string message, Exception cause) : Exception(message, cause);
