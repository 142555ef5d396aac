using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Countries;

/// <summary>
/// The inputs of a country as policy leaves them: the latest replacement in force, then factors, then additions, then the
/// bounds of the input. A provision with weight 0 leaves a value unchanged to the last bit.
/// </summary>
internal sealed class PolicyBook
{
    private readonly BlockScope _block;
    private readonly Mailbox _mail;
    private readonly LaneMemory _memory;
    private readonly Dictionary<Slot, int> _rows = [];
    private readonly ILookup<Slot, PolicySource> _sources;
    private readonly List<Entry> _entries = [];
    private readonly List<int> _worked = [];
    private int[][] _pulledBy = [];
    private bool[] _isWorked = [];

    public PolicyBook(BlockScope block, Mailbox mail, LaneMemory memory)
    {
        (_block, _mail, _memory) = (block, mail, memory);
        _sources = block.PolicySources;
    }

    private InputTable Inputs => _block.Inputs;

    /// <summary>The effective value of a slot.</summary>
    public InputRow Input(Slot slot)
    {
        if (!_rows.TryGetValue(slot, out var row))
        {
            _rows.Add(slot, row = _memory.Reserve());
            if (_sources.Contains(slot))
            {
                _entries.Add(new Entry(slot, row, [.. _sources[slot].Select(PullOf)]));
            }
        }

        return new InputRow(row);
    }

    /// <summary>Ends the asking for inputs.</summary>
    public void Seal()
    {
        var pulls = _entries.SelectMany((entry, e) => entry.Pulls.Select(pull => (pull.Weight.Number, Entry: e))).Distinct().ToLookup(p => p.Number, p => p.Entry);
        _pulledBy = [.. Enumerable.Range(0, pulls.Select(p => p.Key).DefaultIfEmpty(-1).Max() + 1).Select(number => pulls[number].ToArray())];
        _isWorked = new bool[_entries.Count];
    }

    /// <summary>The inputs as the world has them.</summary>
    public void Start(Octet octet)
    {
        foreach (var (slot, row) in _rows)
        {
            octet[row] = Inputs[slot, octet];
        }

        foreach (var entry in _entries)
        {
            Combine(entry, octet);
        }
    }

    /// <summary>Works out the effective values again whose weights have changed; true when any has.</summary>
    public bool Update(Octet octet)
    {
        foreach (var number in _mail.Changed)
        {
            // Numbers beyond are of weights that nothing here is pulled by. Many clauses may pull one slot and change together: it is worked out once.
            foreach (var e in number < _pulledBy.Length ? _pulledBy[number] : [])
            {
                if (!_isWorked[e])
                {
                    Combine(_entries[e], octet);
                    _isWorked[e] = true;
                    _worked.Add(e);
                }
            }
        }

        foreach (var e in _worked)
        {
            _isWorked[e] = false;
        }

        var hasAny = _worked.Count > 0;
        _worked.Clear();
        return hasAny;
    }

    private void Combine(Entry entry, Octet octet)
    {
        var info = _block.World.Slots[entry.Slot.Index];
        octet[entry.Row] = PolicyValue.Bounded(Combine(Inputs[entry.Slot, octet], entry.Pulls, octet), info.Minimum, info.Maximum);
    }

    private LaneVector Combine(LaneVector value, Pull[] pulls, Octet octet)
    {
        var latest = LaneMath.Of(double.NegativeInfinity);
        foreach (var pull in pulls)
        {
            if (pull.Combination != Combination.Replace)
            {
                continue;
            }

            var weight = octet[pull.Weight.Row];
            var from = Inputs[pull.From, octet];
            var acts = LaneVector.GreaterThan(weight, LaneVector.Zero) & LaneVector.GreaterThanOrEqual(from, latest);
            value = LaneVector.ConditionalSelect(acts, PolicyValue.Replaced(value, weight, Inputs[pull.Size, octet]), value);
            latest = LaneVector.ConditionalSelect(acts, from, latest);
        }

        foreach (var pull in pulls)
        {
            if (pull.Combination == Combination.Multiply)
            {
                value = PolicyValue.Multiplied(value, octet[pull.Weight.Row], Inputs[pull.Size, octet]);
            }
        }

        foreach (var pull in pulls)
        {
            if (pull.Combination == Combination.Add)
            {
                value = PolicyValue.Added(value, octet[pull.Weight.Row], Inputs[pull.Size, octet]);
            }
        }

        return value;
    }

    private Pull PullOf(PolicySource source)
    {
        var provision = _block.World.Instruments[source.Instrument].Provisions[source.Provision];
        var weight = _mail.KeepRow(new WireRow(RowKind.Weight, source.Instrument, source.Provision));
        return new Pull(provision.Combination, provision.Size, provision.FromMonth, weight);
    }

    private sealed record Pull(Combination Combination, Slot Size, Slot From, KeptRow Weight);

    /// <summary>A slot that clauses pull: its row, and what pulls it.</summary>
    private sealed record Entry(Slot Slot, int Row, Pull[] Pulls);
}
