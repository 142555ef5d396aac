using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Runs.Store;

/// <summary>
/// Which blocks of a sweep are on disk: one line of JSON a block, written after its file has its name. A line that a crash cut
/// short does not count, and its block is made again.
/// </summary>
public sealed class SweepJournal
{
    /// <summary>Name of the file in the folder of a sweep.</summary>
    public const string FileName = "blocks.jsonl";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    private readonly string _path;
    private readonly Lock _lock = new();

    /// <summary>The journal of a folder.</summary>
    public SweepJournal(string folder) => _path = Path.Combine(folder, FileName);

    /// <summary>Path of the file of a block, relative to the folder.</summary>
    public static string FileOf(int block) => FormattableString.Invariant($"blocks/{block:D6}.parquet");

    /// <summary>Bytes of the journal of a folder; 0 when there is none.</summary>
    public static long LengthOf(string folder) => new FileInfo(Path.Combine(folder, FileName)) is { Exists: true } file ? file.Length : 0;

    /// <summary>The entries, each block once; unreadable lines are left out.</summary>
    public IReadOnlyList<JournalEntry> Read()
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        var entries = new Dictionary<int, JournalEntry>();
        foreach (var line in Text().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(line) is { } entry)
            {
                entries.TryAdd(entry.Block, entry);
            }
        }

        return [.. entries.Values.OrderBy(e => e.Block)];
    }

    /// <summary>Entries whose files are there with the right content; others are to be made again, and so are those that were lost.</summary>
    public IReadOnlyList<JournalEntry> ReadSound(string folder) =>
        [.. Read().Where(e => !e.Failures.Any(f => f.IsLost) && IsSound(Path.Combine(folder, FileOf(e.Block)), e))];

    /// <summary>Cuts off what a crash left behind, and entries that do not count.</summary>
    public void Reset(IReadOnlyList<JournalEntry> entries) => DurableFile.WriteOwn(_path, string.Concat(entries.Select(Line)));

    /// <summary>Adds a block whose file has its name.</summary>
    public void Append(JournalEntry entry)
    {
        lock (_lock)
        {
            using var file = new FileStream(_path, FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(Encoding.UTF8.GetBytes(Line(entry)));
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>The checksum of a file.</summary>
    public static string ChecksumOf(string path) => FileChecksums.Of(new FileInfo(path));

    private static bool IsSound(string path, JournalEntry entry) =>
        File.Exists(path) && new FileInfo(path).Length == entry.Bytes && ChecksumOf(path) == entry.Checksum;

    private static string Line(JournalEntry entry) => ManifestSeal.Seal(JsonSerializer.Serialize(entry, Options)) + "\n";

    private static JournalEntry? Parse(string line)
    {
        try
        {
            return ManifestSeal.Fault(line) is not null ? null : JsonSerializer.Deserialize<JournalEntry>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string Text()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var text = reader.ReadToEnd();
        return text[..(text.LastIndexOf('\n') + 1)];
    }
}

/// <summary>A block that is on disk.</summary>
/// <param name="Block">Number of the block, from 0.</param>
/// <param name="Key">Hash of what the block is: a block of the same key has the same numbers, in whichever sweep.</param>
/// <param name="Bytes">Length of its file.</param>
/// <param name="Checksum">SHA-256 of its file.</param>
/// <param name="LedgerError">Greatest relative error of any ledger.</param>
/// <param name="Failures">Lanes that failed, counted from the first of the block.</param>
/// <param name="Reused">Sweep that it was taken from; null when it was simulated.</param>
public sealed record JournalEntry(
    int Block, string Key, long Bytes, string Checksum, double LedgerError, IReadOnlyList<JournalFailure> Failures, string? Reused = null);

/// <summary>A lane of a block that failed.</summary>
/// <param name="Row">The lane, counted from the first of the block.</param>
/// <param name="Where">Country or agreement where it was noticed.</param>
/// <param name="Tick">Tick at which it was noticed.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="IsLost">True when the lane itself may be sound: its workers were lost.</param>
public sealed record JournalFailure(int Row, string Where, int Tick, string Reason, bool IsLost = false);
