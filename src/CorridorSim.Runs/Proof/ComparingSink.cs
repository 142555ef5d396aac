using System.Collections.Concurrent;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;
using CorridorSim.Runs.Tables;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Proof;

/// <summary>Takes blocks that are simulated anew and compares them with those of a sweep.</summary>
/// <param name="sweep">The sweep.</param>
/// <param name="definition">Its definition; null when nothing is to be simulated.</param>
/// <param name="journal">Blocks whose files are sound.</param>
internal sealed class ComparingSink(StoredSweep sweep, SweepDefinition? definition, IReadOnlyList<JournalEntry> journal) : IBlockSink
{
    private readonly ConcurrentBag<Finding> _findings = [];
    private long _lanes;

    /// <summary>Blocks that differ.</summary>
    public IEnumerable<Finding> Findings => _findings.OrderBy(f => f.What, StringComparer.Ordinal);

    /// <summary>Lanes that were compared.</summary>
    public long Lanes => Interlocked.Read(ref _lanes);

    /// <summary>A number of blocks by lot, in order: whoever altered a block could not know which.</summary>
    public IReadOnlyList<LaneRange> Choose(int count)
    {
        var all = journal.Where(e => e.Block >= 0 && e.Block < sweep.Manifest.Blocks).Select(e => e.Block).ToArray();
        Random.Shared.Shuffle(all);
        return [.. all.Take(count).Order().Select(Range)];
    }

    /// <inheritdoc/>
    public Task AcceptAsync(BlockResult block, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(block);
        Interlocked.Add(ref _lanes, block.Lanes);
        var number = (int)(block.FirstLane / sweep.Manifest.BlockSize);
        var entry = journal.Single(e => e.Block == number);
        var failed = block.Failures.Select(f => (int)(f.Lane - block.FirstLane)).ToHashSet();
        var figures = definition!.Measure(block);
        if (Stored(number, block.Lanes, figures.Length) is not { } stored)
        {
            return Task.CompletedTask;
        }

        for (var lane = 0; lane < block.Lanes; lane++)
        {
            for (var column = 0; column < figures.Length; column++)
            {
                var should = failed.Contains(lane) ? double.NaN : figures[column][lane];
                if (!stored[lane][column].Equals(should))
                {
                    Tell(number, FormattableString.Invariant($"lane {block.FirstLane + lane}: {definition.Columns[column].Name} is {should:R}, and the block says {stored[lane][column]:R}"));
                    return Task.CompletedTask;
                }
            }
        }

        // Lanes that were lost with their workers may succeed here, and would have above.
        JournalFailure[] failures = [.. block.Failures.Select(f => new JournalFailure((int)(f.Lane - block.FirstLane), f.Participant, f.Tick, f.Reason, f.IsLost))];
        if (!failures.SequenceEqual(entry.Failures) || (failures.Length == 0 && !block.LedgerError.Equals(entry.LedgerError)))
        {
            Tell(number, "its failed lanes, or its ledgers, are not those of the journal");
        }

        return Task.CompletedTask;
    }

    private double[][]? Stored(int block, int lanes, int columns)
    {
        try
        {
            using var connection = Sql.Open();
            return BlockFile.Read(connection, sweep.PathOf(SweepJournal.FileOf(block)), lanes, columns);
        }
        catch (Exception error) when (error is RunStoreException or DuckDBException)
        {
            Tell(block, "it is not a table of the figures of its lanes");
            return null;
        }
    }

    private LaneRange Range(int block)
    {
        var first = (long)block * sweep.Manifest.BlockSize;
        return new LaneRange(first, (int)Math.Min(sweep.Manifest.BlockSize, sweep.Manifest.Lanes - first));
    }

    private void Tell(int block, string words) => _findings.Add(new Finding(FindingKind.Altered, SweepJournal.FileOf(block), words));
}
