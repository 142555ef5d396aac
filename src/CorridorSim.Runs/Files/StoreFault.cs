using DuckDB.NET.Data;

namespace CorridorSim.Runs.Files;

/// <summary>Tells what is wrong with the disk or its rights from mistakes of ours.</summary>
public static class StoreFault
{
    /// <summary>True when something could not be written: full, read-only, gone.</summary>
    public static bool Is(Exception error) =>
        error is IOException or UnauthorizedAccessException or DuckDBException || IsTooLarge(error);

    /// <summary>True when a disk or a file takes nothing more, whoever wrote and wherever.</summary>
    public static bool IsFull(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return IsTooLarge(error) || (error is IOException && HasNoRoom(error.HResult & 0xFFFF));
    }

    /// <summary>The cause in one line.</summary>
    public static string Words(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return IsTooLarge(error)
            ? "a file has reached the greatest size that is allowed here"
            : error.Message.ReplaceLineEndings(" ").TrimEnd('.');
    }

    /// <summary>True when another process holds the file: a sharing violation of Windows, would-block of Linux and of macOS.</summary>
    internal static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 32 or 11 or 35;

    // No space left, over quota (of Linux and of macOS), read-only.
    private static bool HasNoRoom(int code) => OperatingSystem.IsWindows() ? code is 112 or 39 or 19 : code is 28 or 122 or 69 or 30;

    // A file that may grow no further, by a limit of the user or of the file system, is no IOException to .NET.
    // What throws depends on the call and on what the compiler has put into what: a type of System.IO, or the framework's door to the system.
    private static bool IsTooLarge(Exception error) =>
        error is ArgumentOutOfRangeException { ParamName: "value", TargetSite.DeclaringType: { } thrower }
        && thrower.Assembly == typeof(File).Assembly
        && (thrower.Namespace?.StartsWith("System.IO", StringComparison.Ordinal) == true || thrower.FullName?.StartsWith("Interop", StringComparison.Ordinal) == true);
}
