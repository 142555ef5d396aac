using System.Buffers.Binary;

namespace CorridorSim.Runs.Store;

/// <summary>Looks at the two ends of a Parquet file, which tell whether it is whole: cheap enough for every listing.</summary>
internal static class TableFile
{
    private const int TailBytes = 8;
    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>What is wrong with a table, as the end of a sentence; null when it looks whole.</summary>
    public static string? Fault(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var length = RandomAccess.GetLength(file);
            Span<byte> head = stackalloc byte[Magic.Length];
            Span<byte> tail = stackalloc byte[TailBytes];
            var isWhole = length >= Magic.Length + TailBytes
                && RandomAccess.Read(file, head, 0) == head.Length && head.SequenceEqual(Magic)
                && RandomAccess.Read(file, tail, length - TailBytes) == TailBytes && tail[4..].SequenceEqual(Magic)
                && BinaryPrimitives.ReadUInt32LittleEndian(tail) <= length - Magic.Length - TailBytes;
            return isWhole ? null : "is cut off or is no Parquet file";
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return "is missing";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "may not be read";
        }
    }
}
