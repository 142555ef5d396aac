using System.Text;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Cli.Terminal;

/// <summary>
/// The one writer to standard output and to standard error. Titles, names and cells come from files of strangers: whatever is no
/// printable character, line break or tab is written as <c>?</c>, so that no text moves the cursor or writes over another.
/// </summary>
/// <param name="open">Opens the stream at the first write.</param>
/// <param name="isEssential">True when nobody is served any more once nothing can be written: standard output.</param>
internal sealed class TerminalWriter(Func<Stream> open, bool isEssential) : TextWriter
{
    private const int BrokenPipe = 32;
    private readonly Lock _lock = new();
    private Stream? _stream;
    private bool _isClosed;

    /// <inheritdoc/>
    public override Encoding Encoding { get; } = new UTF8Encoding(false);

    /// <inheritdoc/>
    public override void Write(char value) => Write([value]);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Write(value + Environment.NewLine);

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer) => Send(Encoding.GetBytes(Clean(buffer)));

    /// <summary>Writes a line over the one that the cursor is on.</summary>
    public void Rewrite(string line) => Send([(byte)'\r', .. Encoding.GetBytes(Clean(line))]);

    private static char[] Clean(ReadOnlySpan<char> text)
    {
        var clean = text.ToArray();
        for (var i = 0; i < clean.Length; i++)
        {
            var isBreak = clean[i] is '\n' or '\t' || (clean[i] == '\r' && i + 1 < clean.Length && clean[i + 1] == '\n');
            if (!isBreak && !PrintableText.IsPrintable(clean[i]))
            {
                clean[i] = '?';
            }
        }

        return clean;
    }

    private void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            try
            {
                _stream ??= open();
                _stream.Write(bytes);
                _stream.Flush();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
            {
                _isClosed = true;
                if (isEssential)
                {
                    throw new OutputClosedException(Reason(error), (error.HResult & 0xFFFF) == BrokenPipe);
                }
            }
        }
    }

    // A closed descriptor is told as "access denied" around the true cause.
    private static string Reason(Exception error) => (error.InnerException ?? error).Message.ReplaceLineEndings(" ").TrimEnd('.');
}

/// <summary>Standard output takes nothing more.</summary>
/// <param name="reason">Why, as the system says it.</param>
/// <param name="isLeft">True when the reader has gone, which is no mistake: <c>| head</c> does so.</param>
internal sealed class OutputClosedException(string reason, bool isLeft) : Exception($"cannot write to standard output: {reason}")
{
    /// <summary>Whether the reader has gone.</summary>
    public bool IsLeft { get; } = isLeft;
}
