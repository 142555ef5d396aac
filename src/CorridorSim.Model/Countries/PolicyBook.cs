using System.Runtime.Intrinsics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Countries;

/// <summary>
/// The inputs of a country as policy leaves them: the latest replacement in force, then factors, then additions, then the
/// bounds of the input. A provision with weight 0 leaves a value unchanged to the last bit.
/// </summary>
internal sealed class PolicyBook
{
    private readonly Block _block;
    private readonly Mailbox _mail;
    private readonly Dictionary<int, int> _rows = [];
    private readonly List<(int Slot, Pull[] Pulls)> _entries = [];
    private readonly ILookup<int, Pull> _pulls;
    private LaneTable _effective;

    public PolicyBook(Block block, Mailbox mail)
    {
        _block = block;
        _mail = mail;
        _effective = new LaneTable(0, block.Inputs.Lanes);
        _pulls = AllPulls(block.Plan, mail).ToLookup(p => p.Target);
    }

    private LaneTable Inputs => _block.Inputs;

    /// <summary>A handle that always shows the effective value; ask for all handles before <see cref="Seal"/>.</summary>
    public Func<InputRow> Handle(int slot)
    {
        if (!_pulls.Contains(slot))
        {
            return () => new InputRow(Inputs, slot);
        }

        if (!_rows.TryGetValue(slot, out var row))
        {
            _rows.Add(slot, row = _entries.Count);
            _entries.Add((slot, [.. _pulls[slot]]));
        }

        return () => new InputRow(_effective, row);
    }

    /// <summary>Makes the table of effective values, at first as the world has them.</summary>
    public void Seal()
    {
        _effective = new LaneTable(_entries.Count, Inputs.Lanes);
        for (var row = 0; row < _entries.Count; row++)
        {
            for (var octet = 0; octet < Inputs.Octets; octet++)
            {
                _effective[row, octet] = Inputs[_entries[row].Slot, octet];
            }
        }
    }

    /// <summary>Works out the effective values again when an instrument has written.</summary>
    public void Update()
    {
        for (var row = 0; row < _entries.Count; row++)
        {
            var (slot, pulls) = _entries[row];
            if (!Array.Exists(pulls, p => _mail.HasArrived(p.Weight)))
            {
                continue;
            }

            var info = _block.Plan.Experiment.World.Slots[slot];
            for (var octet = 0; octet < Inputs.Octets; octet++)
            {
                _effective[row, octet] = LaneMath.Clamp(Combine(Inputs[slot, octet], pulls, octet), info.Minimum, info.Maximum);
            }
        }
    }

    private LaneVector Combine(LaneVector value, Pull[] pulls, int octet)
    {
        var latest = LaneMath.Of(double.NegativeInfinity);
        foreach (var pull in pulls)
        {
            if (pull.Combination != Combination.Replace)
            {
                continue;
            }

            var weight = _mail.Read(pull.Weight, octet);
            var from = Inputs[pull.From, octet];
            var acts = Vector512.GreaterThan(weight, LaneVector.Zero) & Vector512.GreaterThanOrEqual(from, latest);
            value = Vector512.ConditionalSelect(acts, value + (weight * (Inputs[pull.Size, octet] - value)), value);
            latest = Vector512.ConditionalSelect(acts, from, latest);
        }

        foreach (var pull in pulls)
        {
            if (pull.Combination == Combination.Multiply)
            {
                value *= LaneVector.One + (_mail.Read(pull.Weight, octet) * (Inputs[pull.Size, octet] - LaneVector.One));
            }
        }

        foreach (var pull in pulls)
        {
            if (pull.Combination == Combination.Add)
            {
                value += _mail.Read(pull.Weight, octet) * Inputs[pull.Size, octet];
            }
        }

        return value;
    }

    private static IEnumerable<Pull> AllPulls(BlockPlan plan, Mailbox mail)
    {
        var instruments = plan.Experiment.World.Instruments;
        for (var i = 0; i < instruments.Count; i++)
        {
            for (var p = 0; p < instruments[i].Provisions.Count; p++)
            {
                var provision = instruments[i].Provisions[p];
                var weight = mail.Incoming(new WireRow(RowKind.Weight, i, p))[0];
                foreach (var target in provision.Targets)
                {
                    yield return new Pull(target, provision.Combination, provision.Size, provision.FromMonth, weight);
                }
            }
        }
    }

    private sealed record Pull(int Target, Combination Combination, int Size, int From, WireAddress Weight);
}
