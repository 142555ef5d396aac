using System.Runtime.InteropServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Post;

/// <summary>
/// The letters of one participant. Rows that arrive and rows that leave are rows of a tick; letters are copied in when an octet
/// begins and out when it ends. Weights of provisions stay the same from one date to the next: rows of them are kept, and letters tell them
/// only when one has changed.
/// </summary>
internal sealed class Mailbox
{
    private readonly PostalPlan _plan;
    private readonly int _participant;
    private readonly LaneMemory _memory;
    private readonly IncomingWire[] _incoming;
    private readonly List<IncomingWire> _read = [];
    private readonly List<IncomingWire> _keeping = [];
    private readonly Dictionary<WireAddress, KeptRow> _kept = [];
    private readonly List<int> _changed = [];
    private readonly Dictionary<int, IncomingWire> _byWire;
    private readonly OutgoingWire[] _outgoing;
    private readonly Dictionary<int, TickRow> _firstOutgoing;
    private readonly Dictionary<TickRow, IncomingWire> _byRow = [];
    private double[] _letters;

    public Mailbox(PostalPlan plan, int participant, LaneMemory memory, int lanes)
    {
        (_plan, _participant, _memory) = (plan, participant, memory);
        _incoming = [.. plan.IncomingWires[participant].Select(w => new IncomingWire(plan.Wires[w]))];
        _byWire = _incoming.ToDictionary(i => i.Wire.Index);
        _outgoing = [.. plan.OutgoingWires[participant].Select(w => new OutgoingWire(
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

    /// <summary>Numbers of the kept rows that have changed in the octet at hand.</summary>
    public ReadOnlySpan<int> Changed => CollectionsMarshal.AsSpan(_changed);

    /// <summary>Rows that bring people.</summary>
    public TickRow[] PersonsReceived { get; }

    /// <summary>Rows that take people away.</summary>
    public TickRow[] PersonsSent { get; }

    /// <summary>Rows that arrive with a meaning, in order of wire; zero while there is no letter.</summary>
    public TickRow[] ReadRows(WireRow row) => [.. _plan.Incoming(_participant, row).Select(ReadRow)];

    /// <summary>The row that arrives with a meaning.</summary>
    public TickRow ReadRow(WireRow row) => ReadRow(_plan.Incoming(_participant, row)[0]);

    /// <summary>The row that arrives with a meaning and is kept until it changes; zero before the first letter.</summary>
    public KeptRow KeepRow(WireRow row)
    {
        var address = _plan.Incoming(_participant, row)[0];
        if (!_kept.TryGetValue(address, out var kept))
        {
            var wire = _byWire[address.Wire];
            if (!wire.IsKept)
            {
                _keeping.Add(wire);
            }

            _kept.Add(address, kept = new KeptRow(_memory.Reserve(), _kept.Count));
            wire.Keep(address.Row, kept);
        }

        return kept;
    }

    /// <summary>
    /// The row that leaves with a meaning, empty when the tick begins; null when nobody receives it. One of a weight is not emptied: it is to be
    /// written whenever any has changed.
    /// </summary>
    public TickRow? WriteRow(WireRow row) =>
        _plan.Outgoing(_participant, row) is { } address ? _firstOutgoing[address.Wire].After(address.Row) : null;

    /// <summary>Takes the letters of a tick.</summary>
    public void Open(int tick, ReadOnlySpan<Letter> inbox)
    {
        var next = 0;
        foreach (var wire in _incoming)
        {
            // Both are in order of wire.
            wire.Letter = next < inbox.Length && inbox[next].Wire == wire.Wire.Index ? inbox[next++] : null;
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

        _changed.Clear();
        foreach (var wire in _keeping)
        {
            wire.KeepIn(octet, _changed);
        }

        foreach (var wire in _outgoing)
        {
            wire.Empty(octet);
        }
    }

    /// <summary>Copies the rows that leave into the letters.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="areWeightsNew">False when no weight has changed since the tick before: none is told then.</param>
    public void Deliver(Octet octet, bool areWeightsNew = true)
    {
        foreach (var wire in _outgoing)
        {
            wire.Write(octet, areWeightsNew);
        }
    }

    /// <summary>Hands over the letters.</summary>
    public void Send(Span<Letter> outbox)
    {
        for (var i = 0; i < _outgoing.Length; i++)
        {
            outbox[i] = _outgoing[i].Letter;
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
}
