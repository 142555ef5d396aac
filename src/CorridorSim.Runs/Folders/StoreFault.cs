using DuckDB.NET.Data;

namespace CorridorSim.Runs.Folders;

/// <summary>Tells what is wrong with the disk or its rights from mistakes of ours.</summary>
internal static class StoreFault
{
    /// <summary>True when a store could not be written: full, read-only, gone.</summary>
    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException or DuckDBException;

    /// <summary>True when another process holds the file: a sharing violation of Windows, would-block of Linux and of macOS.</summary>
    public static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is 32 or 11 or 35;

    /// <summary>The cause in one line.</summary>
    public static string Words(Exception error) => error.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
