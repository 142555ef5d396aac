using System.Runtime.InteropServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Post;

/// <summary>
/// The letters of one participant. Rows that arrive and rows that leave are rows of a tick; letters are copied in when an octet
/// begins and out when it ends.
/// </summary>
internal sealed class Mailbox
{
    private readonly PostalPlan _plan;
    private readonly int _participant;
    private readonly LaneMemory _memory;
    private readonly Incoming[] _incoming;
    private readonly List<Incoming> _read = [];
    private readonly Dictionary<int, Incoming> _byWire;
    private readonly Outgoing[] _outgoing;
    private readonly Dictionary<int, TickRow> _firstOutgoing;
    private readonly Dictionary<TickRow, Incoming> _byRow = [];
    private double[] _letters;

    public Mailbox(PostalPlan plan, int participant, LaneMemory memory, int lanes)
    {
        (_plan, _participant, _memory) = (plan, participant, memory);
        _incoming = [.. plan.IncomingWires[participant].Select(w => new Incoming(plan.Wires[w]))];
        _byWire = _incoming.ToDictionary(i => i.Wire.Index);
        _outgoing = [.. plan.OutgoingWires[participant].Select(w => new Outgoing(
            plan.Wires[w], memory.ReserveForTick(plan.Wires[w].Rows.Count), plan.TicksAhead(participant)))];
        _letters = LanePool.Rent(_outgoing.Sum(wire => wire.LetterRows) * lanes, out var first);
        foreach (var wire in _outgoing)
        {
            wire.TakeLetters(_letters, first, lanes);
            first += wire.LetterRows * lanes;
        }

        _firstOutgoing = _outgoing.ToDictionary(o => o.Wire.Index, o => o.First);
        PersonsReceived = [.. PersonsIn()];
        PersonsSent = [.. from wire in _outgoing from row in PersonRows(wire.Wire) select wire.First.After(row)];
    }

    /// <summary>Meanings of the rows that are read.</summary>
    public IEnumerable<WireRow> Reads => _incoming.SelectMany(wire => wire.Reads);

    /// <summary>Rows that bring people.</summary>
    public TickRow[] PersonsReceived { get; }

    /// <summary>Rows that take people away.</summary>
    public TickRow[] PersonsSent { get; }

    /// <summary>Rows that arrive with a meaning, in order of wire; zero while there is no letter.</summary>
    public TickRow[] ReadRows(WireRow row) => [.. _plan.Incoming(_participant, row).Select(ReadRow)];

    /// <summary>The row that arrives with a meaning.</summary>
    public TickRow ReadRow(WireRow row) => ReadRow(_plan.Incoming(_participant, row)[0]);

    /// <summary>The row that leaves with a meaning, empty when the tick begins; null when nobody receives it.</summary>
    public TickRow? WriteRow(WireRow row) =>
        _plan.Outgoing(_participant, row) is { } address ? _firstOutgoing[address.Wire].After(address.Row) : null;

    /// <summary>Takes the letters of a tick.</summary>
    public void Open(int tick, ReadOnlySpan<Letter> inbox)
    {
        var next = 0;
        foreach (var wire in _incoming)
        {
            // Both are in order of wire.
            wire.Letter = next < inbox.Length && inbox[next].Wire == wire.Wire.Index ? inbox[next++].Rows : null;
        }

        if (next != inbox.Length)
        {
            throw new ArgumentException("A letter stands out of the order of wires or leads elsewhere: its people would be lost.", nameof(inbox));
        }

        foreach (var wire in _outgoing)
        {
            wire.Open(tick);
        }
    }

    /// <summary>True when the letter with a row has arrived.</summary>
    public bool HasArrived(TickRow row) => _byRow[row].Letter is not null;

    /// <summary>Copies the rows that arrived and empties those that leave.</summary>
    public void Receive(Octet octet)
    {
        foreach (var wire in _read)
        {
            wire.CopyTo(octet);
        }

        foreach (var wire in _outgoing)
        {
            octet.Neighbours(wire.First, wire.Wire.Rows.Count).Clear();
        }
    }

    /// <summary>Copies the rows that leave into the letters.</summary>
    public void Deliver(Octet octet)
    {
        foreach (var wire in _outgoing)
        {
            wire.Letter.CopyFrom(octet, wire.First);
        }
    }

    /// <summary>Hands over the letters.</summary>
    public void Send(Span<Letter> outbox)
    {
        for (var i = 0; i < _outgoing.Length; i++)
        {
            outbox[i] = new Letter(_outgoing[i].Wire.Index, _outgoing[i].Letter);
        }
    }

    /// <summary>Gives the letters back, when nobody reads them any more.</summary>
    public void Release()
    {
        LanePool.Return(_letters);
        _letters = [];
    }

    private TickRow ReadRow(WireAddress address)
    {
        var wire = _byWire[address.Wire];
        if (!wire.IsRead)
        {
            _read.Add(wire);
        }

        var row = wire.Reserve(address.Row, _memory);
        _byRow[row] = wire;
        return row;
    }

    private IEnumerable<TickRow> PersonsIn() =>
        from wire in _incoming from row in PersonRows(wire.Wire) select ReadRow(new WireAddress(wire.Wire.Index, row));

    private static IEnumerable<int> PersonRows(Wire wire) =>
        Enumerable.Range(0, wire.Rows.Count).Where(row => wire.Rows[row].CarriesPersons);

    /// <summary>A wire that leads here. Only rows that are asked for take room.</summary>
    private sealed class Incoming(Wire wire)
    {
        private readonly Dictionary<int, TickRow> _known = [];
        private readonly List<(int From, TickRow To)> _rows = [];

        public Wire Wire { get; } = wire;

        public LaneTable? Letter { get; set; }

        public bool IsRead => _rows.Count > 0;

        public IEnumerable<WireRow> Reads => _rows.Select(r => Wire.Rows[r.From]);

        public TickRow Reserve(int row, LaneMemory memory)
        {
            if (!_known.TryGetValue(row, out var to))
            {
                _known.Add(row, to = memory.ReserveForTick());
                _rows.Add((row, to));
            }

            return to;
        }

        public void CopyTo(Octet octet)
        {
            if (Letter is { } letter)
            {
                letter.CopyTo(octet, CollectionsMarshal.AsSpan(_rows));
                return;
            }

            foreach (var (_, to) in _rows)
            {
                octet[to] = LaneVector.Zero;
            }
        }
    }

    /// <summary>
    /// A wire that leads away, with as many letters as may be on their way at once: one for each tick that its sender is
    /// ahead, and one more when a letter arrives at the next tick and is read while the next one is written.
    /// </summary>
    private sealed class Outgoing(Wire wire, TickRow first, int ticksAhead)
    {
        private readonly LaneTable[] _letters = new LaneTable[ticksAhead + (wire.IsForward ? 0 : 1)];

        public Wire Wire { get; } = wire;

        public TickRow First { get; } = first;

        /// <summary>Rows of all its letters.</summary>
        public int LetterRows => _letters.Length * Wire.Rows.Count;

        /// <summary>The letter of this tick.</summary>
        public LaneTable Letter { get; private set; } = null!;

        /// <summary>Takes as much of an array as its letters need.</summary>
        public void TakeLetters(double[] values, int start, int lanes)
        {
            for (var i = 0; i < _letters.Length; i++)
            {
                _letters[i] = LaneTable.Within(values, start + (i * Wire.Rows.Count * lanes), Wire.Rows.Count, lanes);
            }
        }

        public void Open(int tick) => Letter = _letters[tick % _letters.Length];
    }
}
