using System.Runtime.Intrinsics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Countries;

/// <summary>
/// The letters of one participant. Outgoing rows alternate between two buffers: one may still be read by recipients at the
/// next tick while the other is written.
/// </summary>
internal sealed class Mailbox
{
    private readonly BlockPlan _plan;
    private readonly int _participant;
    private readonly LaneTable?[] _incoming;
    private readonly Dictionary<int, LaneTable[]> _buffers = [];
    private readonly LaneTable?[] _outgoing;
    private readonly List<WireAddress> _personsIn = [];
    private readonly List<WireAddress> _personsOut = [];

    public Mailbox(BlockPlan plan, int participant, int lanes)
    {
        _plan = plan;
        _participant = participant;
        _incoming = new LaneTable?[plan.Wires.Count];
        _outgoing = new LaneTable?[plan.Wires.Count];
        foreach (var wire in plan.Wires)
        {
            if (wire.Sender == participant)
            {
                _buffers.Add(wire.Index, [new LaneTable(wire.Rows.Count, lanes), new LaneTable(wire.Rows.Count, lanes)]);
                AddPersons(_personsOut, wire);
            }

            if (wire.Recipients.Contains(participant))
            {
                AddPersons(_personsIn, wire);
            }
        }
    }

    /// <summary>Rows that arrive with a meaning, in order of wire.</summary>
    public WireAddress[] Incoming(WireRow row) => [.. _plan.Incoming(_participant, row)];

    /// <summary>Row that leaves with a meaning; null when nobody receives it.</summary>
    public WireAddress? Outgoing(WireRow row) => _plan.Outgoing(_participant, row);

    /// <summary>Opens the letters of a tick and empties the outgoing rows.</summary>
    public void Open(int tick, IReadOnlyList<Letter> inbox)
    {
        Array.Clear(_incoming);
        foreach (var letter in inbox)
        {
            _incoming[letter.Wire] = letter.Rows;
        }

        foreach (var (wire, buffers) in _buffers)
        {
            _outgoing[wire] = buffers[tick & 1];
            buffers[tick & 1].Clear();
        }
    }

    /// <summary>True when the letter with a row has arrived.</summary>
    public bool HasArrived(WireAddress address) => _incoming[address.Wire] is not null;

    /// <summary>A row that arrived; zero when there is no letter.</summary>
    public LaneVector Read(WireAddress address, int octet) =>
        _incoming[address.Wire] is { } rows ? rows[address.Row, octet] : LaneVector.Zero;

    /// <summary>Sum of rows that arrived, in order of wire.</summary>
    public LaneVector Sum(WireAddress[] addresses, int octet)
    {
        var sum = LaneVector.Zero;
        foreach (var address in addresses)
        {
            sum += Read(address, octet);
        }

        return sum;
    }

    /// <summary>Adds to a row that leaves.</summary>
    public void Write(WireAddress address, int octet, LaneVector amount) =>
        _outgoing[address.Wire]!.Add(address.Row, octet, amount);

    /// <summary>People who arrived in this tick.</summary>
    public LaneVector PersonsReceived(int octet) => Sum(_personsIn, _incoming, octet);

    /// <summary>People who leave in this tick.</summary>
    public LaneVector PersonsSent(int octet) => Sum(_personsOut, _outgoing, octet);

    /// <summary>Hands over the letters.</summary>
    public void Send(ICollection<Letter> outbox)
    {
        foreach (var wire in _buffers.Keys)
        {
            outbox.Add(new Letter(wire, _outgoing[wire]!));
        }
    }

    private static LaneVector Sum(List<WireAddress> addresses, LaneTable?[] tables, int octet)
    {
        var sum = LaneVector.Zero;
        foreach (var address in addresses)
        {
            sum += tables[address.Wire] is { } rows ? rows[address.Row, octet] : LaneVector.Zero;
        }

        return sum;
    }

    private static void AddPersons(List<WireAddress> list, Wire wire)
    {
        for (var row = 0; row < wire.Rows.Count; row++)
        {
            if (wire.Rows[row].CarriesPersons)
            {
                list.Add(new WireAddress(wire.Index, row));
            }
        }
    }
}
