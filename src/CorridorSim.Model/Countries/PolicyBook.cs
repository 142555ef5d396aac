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
    private readonly Dictionary<TickRow, int> _seen = [];
    private (TickRow Weight, int Seen)[] _weights = [];
    private bool[] _hasChanged = [];
    private Entry[] _pulled = [];

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
                _entries.Add(new Entry(slot, row, [.. _sources[slot].Select(PullOf)], []));
            }
        }

        return new InputRow(row);
    }

    /// <summary>Ends the asking for inputs.</summary>
    public void Seal()
    {
        _weights = [.. _seen.Select(s => (s.Key, s.Value))];
        _hasChanged = new bool[_weights.Length];
        _pulled = [.. _entries.Select(e => e with { Weights = [.. e.Pulls.Select(p => Array.FindIndex(_weights, w => w.Weight == p.Weight)).Distinct()] })];
    }

    /// <summary>The inputs as the world has them.</summary>
    public void Start(Octet octet)
    {
        foreach (var (slot, row) in _rows)
        {
            octet[row] = Inputs[slot, octet];
        }

        foreach (var entry in _pulled)
        {
            Combine(entry, octet);
        }
    }

    /// <summary>Works out the effective values again whose weights have changed; true when any has.</summary>
    public bool Update(Octet octet)
    {
        var isUnchanged = true;
        for (var i = 0; i < _weights.Length; i++)
        {
            var (weight, seen) = _weights[i];
            var now = octet[weight];
            _hasChanged[i] = !LaneVector.EqualsAll(now, octet[seen]);
            if (_hasChanged[i])
            {
                isUnchanged = false;
                octet[seen] = now;
            }
        }

        if (isUnchanged)
        {
            return false;
        }

        foreach (var entry in _pulled)
        {
            if (Array.Exists(entry.Weights, HasChanged))
            {
                Combine(entry, octet);
            }
        }

        return true;
    }

    private bool HasChanged(int weight) => _hasChanged[weight];

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

            var weight = octet[pull.Weight];
            var from = Inputs[pull.From, octet];
            var acts = LaneVector.GreaterThan(weight, LaneVector.Zero) & LaneVector.GreaterThanOrEqual(from, latest);
            value = LaneVector.ConditionalSelect(acts, PolicyValue.Replaced(value, weight, Inputs[pull.Size, octet]), value);
            latest = LaneVector.ConditionalSelect(acts, from, latest);
        }

        foreach (var pull in pulls)
        {
            if (pull.Combination == Combination.Multiply)
            {
                value = PolicyValue.Multiplied(value, octet[pull.Weight], Inputs[pull.Size, octet]);
            }
        }

        foreach (var pull in pulls)
        {
            if (pull.Combination == Combination.Add)
            {
                value = PolicyValue.Added(value, octet[pull.Weight], Inputs[pull.Size, octet]);
            }
        }

        return value;
    }

    private Pull PullOf(PolicySource source)
    {
        var provision = _block.World.Instruments[source.Instrument].Provisions[source.Provision];
        var weight = _mail.ReadRow(new WireRow(RowKind.Weight, source.Instrument, source.Provision));
        if (!_seen.ContainsKey(weight))
        {
            _seen.Add(weight, _memory.Reserve());
        }

        return new Pull(provision.Combination, provision.Size, provision.FromMonth, weight);
    }

    private sealed record Pull(Combination Combination, Slot Size, Slot From, TickRow Weight);

    /// <summary>A slot that clauses pull: its row, what pulls it, and the numbers of their weights.</summary>
    private sealed record Entry(Slot Slot, int Row, Pull[] Pulls, int[] Weights);
}
