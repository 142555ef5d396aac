namespace CorridorSim.Model.Post;

/// <summary>The wires between the participants of an experiment, and where each row is written and read.</summary>
internal sealed class PostalPlan
{
    // Half a year: few questions, and few letters kept at once.
    private const int MostTicksAhead = 24;

    private readonly Dictionary<(int Sender, WireRow Row), WireAddress> _outgoing = [];
    private readonly Dictionary<(int Recipient, WireRow Row), List<WireAddress>> _incoming = [];

    /// <summary>Indexes wires.</summary>
    /// <param name="wires">The wires, in order of their index.</param>
    /// <param name="participants">Number of participants.</param>
    public PostalPlan(IReadOnlyList<Wire> wires, int participants)
    {
        Wires = wires;
        var incoming = Enumerable.Range(0, participants).Select(_ => new List<int>()).ToArray();
        var outgoing = Enumerable.Range(0, participants).Select(_ => new List<int>()).ToArray();
        foreach (var wire in wires)
        {
            outgoing[wire.Sender].Add(wire.Index);
            foreach (var recipient in wire.Recipients)
            {
                incoming[recipient].Add(wire.Index);
            }

            IndexRows(wire);
        }

        IncomingWires = [.. incoming.Select(i => i.ToArray())];
        OutgoingWires = [.. outgoing.Select(o => o.ToArray())];
    }

    /// <summary>All wires.</summary>
    public IReadOnlyList<Wire> Wires { get; }

    /// <summary>Per participant the wires that lead to it, ascending.</summary>
    public IReadOnlyList<int[]> IncomingWires { get; }

    /// <summary>Per participant the wires that lead away from it, ascending.</summary>
    public IReadOnlyList<int[]> OutgoingWires { get; }

    /// <summary>Where a participant writes a row; null when nobody receives it.</summary>
    public WireAddress? Outgoing(int sender, WireRow row) =>
        _outgoing.TryGetValue((sender, row), out var address) ? address : null;

    /// <summary>Where a participant reads a row, in order of wire; empty when nobody sends it.</summary>
    public IReadOnlyList<WireAddress> Incoming(int recipient, WireRow row) =>
        _incoming.TryGetValue((recipient, row), out var addresses) ? addresses : [];

    /// <summary>
    /// Ticks that a participant can be asked for at once: one that hears from nobody, as an agreement without conditions or a country
    /// that no route or channel touches, need not wait for the others.
    /// </summary>
    public int TicksAhead(int participant) => IncomingWires[participant].Length == 0 ? MostTicksAhead : 1;

    private void IndexRows(Wire wire)
    {
        for (var row = 0; row < wire.Rows.Count; row++)
        {
            var address = new WireAddress(wire.Index, row);
            _outgoing.Add((wire.Sender, wire.Rows[row]), address);
            foreach (var recipient in wire.Recipients)
            {
                if (!_incoming.TryGetValue((recipient, wire.Rows[row]), out var list))
                {
                    _incoming.Add((recipient, wire.Rows[row]), list = []);
                }

                list.Add(address);
            }
        }
    }
}
