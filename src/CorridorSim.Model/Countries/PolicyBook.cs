using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules;
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
    private readonly Dictionary<int, int> _rows = [];
    private readonly ILookup<int, PolicySource> _sources;
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<TickRow, int> _seen = [];
    private (TickRow Weight, int Seen)[] _weights = [];

    public PolicyBook(BlockScope block, Mailbox mail, LaneMemory memory)
    {
        (_block, _mail, _memory) = (block, mail, memory);
        _sources = block.PolicySources;
    }

    private LaneTable Inputs => _block.Inputs;

    /// <summary>The effective value of a slot.</summary>
    public InputRow Input(int slot)
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
    public void Seal() => _weights = [.. _seen.Select(s => (s.Key, s.Value))];

    /// <summary>The inputs as the world has them.</summary>
    public void Start(Octet octet)
    {
        foreach (var (slot, row) in _rows)
        {
            octet[row] = Inputs[slot, octet];
        }

        Combine(octet);
    }

    /// <summary>Works out the effective values again when a weight has changed; true when it has.</summary>
    public bool Update(Octet octet)
    {
        var isUnchanged = true;
        foreach (var (weight, seen) in _weights)
        {
            var now = octet[weight];
            isUnchanged &= Vector512.EqualsAll(now, octet[seen]);
            octet[seen] = now;
        }

        if (!isUnchanged)
        {
            Combine(octet);
        }

        return !isUnchanged;
    }

    private void Combine(Octet octet)
    {
        foreach (var (slot, row, pulls) in _entries)
        {
            var info = _block.World.Slots[slot];
            octet[row] = PolicyValue.Bounded(Combine(Inputs[slot, octet], pulls, octet), info.Minimum, info.Maximum);
        }
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
            var acts = Vector512.GreaterThan(weight, LaneVector.Zero) & Vector512.GreaterThanOrEqual(from, latest);
            value = Vector512.ConditionalSelect(acts, PolicyValue.Replaced(value, weight, Inputs[pull.Size, octet]), value);
            latest = Vector512.ConditionalSelect(acts, from, latest);
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

    private sealed record Pull(Combination Combination, int Size, int From, TickRow Weight);

    private sealed record Entry(int Slot, int Row, Pull[] Pulls);
}
