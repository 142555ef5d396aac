using DuckDB.NET.Data;

namespace CorridorSim.Runs.Files;

/// <summary>Tells what is wrong with the disk or its rights from mistakes of ours.</summary>
internal static class StoreFault
{
    /// <summary>True when a store could not be written: full, read-only, gone.</summary>
    public static bool Is(Exception error) =>
        error is IOException or UnauthorizedAccessException or DuckDBException || IsTooLarge(error);

    /// <summary>True when another process holds the file: a sharing violation of Windows, would-block of Linux and of macOS.</summary>
    public static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 32 or 11 or 35;

    /// <summary>The cause in one line.</summary>
    public static string Words(Exception error) => IsTooLarge(error)
        ? "a file has reached the greatest size that is allowed here"
        : error.Message.ReplaceLineEndings(" ").TrimEnd('.');

    // A file that may grow no further, by a limit of the user or of the file system, is no IOException to .NET.
    // Which of its types throws depends on what the compiler has put into what, so the place is known by its namespace.
    private static bool IsTooLarge(Exception error) =>
        error is ArgumentOutOfRangeException { ParamName: "value" }
        && error.TargetSite?.DeclaringType?.Namespace?.StartsWith("System.IO", StringComparison.Ordinal) == true;
}
