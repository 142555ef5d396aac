using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Sweeps;

/// <summary>Writes blocks into the folder of a sweep: each aside, then renamed, then into the journal, once.</summary>
internal sealed class SweepWriter : IBlockSink, IDisposable
{
    private readonly string _folder;
    private readonly SweepDefinition _definition;
    private readonly BlockKeys _keys;
    private readonly SweepJournal _journal;
    private readonly DuckDBConnection _database = Sql.Open();
    private readonly int _blockSize;
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, JournalEntry> _entries;

    public SweepWriter(string folder, SweepDefinition definition, int blockSize)
    {
        (_folder, _definition, _blockSize) = (folder, definition, blockSize);
        _keys = new BlockKeys(definition);
        _journal = new SweepJournal(folder);
        // Blocks are written side by side, each by the thread that brings it.
        _database.Execute("SET threads = 1");
        Directory.CreateDirectory(Path.Combine(folder, "blocks"));
        var sound = _journal.ReadSound(folder);
        _journal.Reset(sound);
        _entries = new SortedDictionary<int, JournalEntry>(sound.ToDictionary(e => e.Block));
    }

    /// <summary>Blocks on disk.</summary>
    public IReadOnlyList<JournalEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Values];
            }
        }
    }

    /// <summary>Whether a block is on disk.</summary>
    public bool Holds(LaneRange lanes)
    {
        lock (_lock)
        {
            return _entries.ContainsKey(Number(lanes.First));
        }
    }

    /// <summary>Takes a block from another sweep when one has it.</summary>
    public bool TryReuse(LaneRange lanes, BlockCache cache)
    {
        var block = Number(lanes.First);
        var aside = Aside(block);
        if (cache.TryCopy(_keys.Of(lanes), aside) is not { } copy)
        {
            return false;
        }

        Keep(copy.Entry with { Block = block, Reused = copy.Sweep }, aside);
        return true;
    }

    /// <inheritdoc/>
    public Task AcceptAsync(BlockResult block, CancellationToken cancellation)
    {
        var number = Number(block.FirstLane);
        var aside = Aside(number);
        JournalFailure[] failures =
            [.. block.Failures.Select(f => new JournalFailure((int)(f.Lane - block.FirstLane), f.Participant, f.Tick, f.Reason, f.IsLost))];
        try
        {
            BlockFile.Write(_database, aside, _definition.Measure(block), failures.Select(f => f.Row).ToHashSet());
            var key = _keys.Of(new LaneRange(block.FirstLane, block.Lanes));
            Keep(new JournalEntry(number, key, new FileInfo(aside).Length, SweepJournal.ChecksumOf(aside), block.LedgerError, failures), aside);
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{_folder}: cannot write block {number} ({StoreFault.Words(error)}); make room, then continue with --resume.", error);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public bool Withdraw(LaneRange lanes)
    {
        lock (_lock)
        {
            _ = _entries.Remove(Number(lanes.First));
            _journal.Reset([.. _entries.Values]);
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private int Number(long firstLane) => (int)(firstLane / _blockSize);

    private string Aside(int block) => Path.Combine(_folder, SweepJournal.FileOf(block) + ".tmp");

    private void Keep(JournalEntry entry, string aside)
    {
        lock (_lock)
        {
            if (_entries.ContainsKey(entry.Block))
            {
                throw new InvalidOperationException($"Block {entry.Block} of the sweep came twice.");
            }

            DurableFile.Flush(aside);
            File.Move(aside, Path.Combine(_folder, SweepJournal.FileOf(entry.Block)), overwrite: true);
            _journal.Append(entry);
            _entries.Add(entry.Block, entry);
        }
    }
}
