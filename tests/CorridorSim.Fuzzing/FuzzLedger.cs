using System.Diagnostics;
using System.Text.Json;

namespace CorridorSim.Fuzzing;

/// <summary>
/// What a long run has done so far, in a file: whatever ends it, the next one with the same file and seed goes on there. Without a
/// file it only says how far it is.
/// </summary>
/// <param name="path">The file; null for none.</param>
/// <param name="seed">Seed of the first input of each target.</param>
/// <param name="pause">Time between two writings.</param>
public sealed class FuzzLedger(string? path, int seed, TimeSpan pause)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<string, FuzzReport> _reports = Read(path, seed);
    private readonly Stopwatch _sinceWritten = Stopwatch.StartNew();

    /// <summary>What was done, in the order of the targets' names.</summary>
    public IReadOnlyList<FuzzReport> Reports
    {
        get
        {
            lock (_turn)
            {
                return [.. _reports.Values.OrderBy(r => r.Target, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>What was done with a target; null when nothing was.</summary>
    public FuzzReport? Of(string target)
    {
        lock (_turn)
        {
            return _reports.GetValueOrDefault(target);
        }
    }

    /// <summary>Takes down how far a target is; true when it was time to write and to say so.</summary>
    public bool Note(FuzzReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        lock (_turn)
        {
            _reports[report.Target] = report;
            return _sinceWritten.Elapsed >= pause && Save();
        }
    }

    /// <summary>Writes the file.</summary>
    public void Write()
    {
        lock (_turn)
        {
            _ = Save();
        }
    }

    private static Dictionary<string, FuzzReport> Read(string? path, int seed)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var known = JsonSerializer.Deserialize<Kept>(File.ReadAllText(path))!;
        return known.Seed == seed
            ? known.Reports.ToDictionary(r => r.Target)
            : throw new InvalidOperationException($"{path} was begun with seed {known.Seed}, not {seed}; give that seed, or another file.");
    }

    private bool Save()
    {
        _sinceWritten.Restart();
        if (path is not null)
        {
            File.WriteAllText($"{path}.new", JsonSerializer.Serialize(new Kept(seed, [.. _reports.Values])));
            File.Move($"{path}.new", path, overwrite: true);
        }

        return true;
    }

    private sealed record Kept(int Seed, IReadOnlyList<FuzzReport> Reports);
}
