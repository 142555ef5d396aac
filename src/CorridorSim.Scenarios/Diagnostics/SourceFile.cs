using System.Globalization;
using System.Text;

namespace CorridorSim.Scenarios.Diagnostics;

/// <summary>Reads the files that people write: one rule for what may be read at all, whatever is in them.</summary>
public static class SourceFile
{
    private const int BufferBytes = 1 << 16;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; null, with the reason in the bag, when it may not be read or is no UTF-8.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">Name of the file for messages.</param>
    /// <param name="mostBytes">Bytes that it may have.</param>
    /// <param name="missing">What to say when it is not there.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static string? Read(string path, string file, int mostBytes, string missing, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        try
        {
            if (Directory.Exists(path))
            {
                bag.Add(file, 1, 1, "is a folder; name a file in it");
                return null;
            }

            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferBytes);
            if (Bytes(stream, mostBytes) is not { } bytes)
            {
                bag.Add(file, 1, 1, string.Create(CultureInfo.InvariantCulture, $"the file has {(stream.CanSeek && stream.Length > mostBytes ? stream.Length : $"over {mostBytes}")} bytes; at most {mostBytes} are allowed"));
                return null;
            }

            return Decode(bytes, file, bag);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            bag.Add(file, 1, 1, missing);
        }
        catch (UnauthorizedAccessException)
        {
            bag.Add(file, 1, 1, "may not be read; mend its rights");
        }
        catch (Exception error) when (error is IOException or ArgumentException or NotSupportedException)
        {
            bag.Add(file, 1, 1, $"cannot be read ({error.Message.TrimEnd('.')}); check the path");
        }

        return null;
    }

    /// <summary>At most so many bytes, whatever a device would give; null when there are more.</summary>
    private static byte[]? Bytes(FileStream stream, int most)
    {
        if (stream.CanSeek && stream.Length > most)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[BufferBytes];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > most)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private static string? Decode(byte[] bytes, string file, DiagnosticBag bag)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, _, ..] or [_, 0, ..])
        {
            bag.Add(file, 1, 1, "the file is not UTF-8 but UTF-16 or UTF-32; save it as UTF-8");
            return null;
        }

        ReadOnlySpan<byte> text = bytes;
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[Encoding.UTF8.Preamble.Length..] : text;
        try
        {
            // One meaning for all ends of lines: those of Windows and of old Macs become line feeds.
            return Strict.GetString(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }
        catch (DecoderFallbackException error)
        {
            var before = text[..Math.Clamp(error.Index, 0, text.Length)];
            var line = before.Count((byte)'\n') + 1;
            var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
            bag.Add(file, line, column, "this is not UTF-8, perhaps Latin-1 or Windows-1252; save the file as UTF-8");
            return null;
        }
    }
}
