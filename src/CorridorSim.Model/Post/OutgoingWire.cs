using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Post;

/// <summary>
/// A wire that leads away, with as many letters as may be on their way at once: one for each tick that its sender is
/// ahead, and one more when a letter arrives at the next tick and is read while the next one is written.
/// </summary>
internal sealed class OutgoingWire(Wire wire, TickRow first, int ticksAhead)
{
    private readonly Letter[] _letters = new Letter[ticksAhead + (wire.IsForward ? 0 : 1)];

    // Weights have wires of their own.
    private readonly bool _tellsWeights = wire.Rows[0].Kind == RowKind.Weight;

    public Wire Wire { get; } = wire;

    public TickRow First { get; } = first;

    /// <summary>Rows of all its letters.</summary>
    public int LetterRows => _letters.Length * Wire.Rows.Count;

    /// <summary>The letter of this tick.</summary>
    public Letter Letter { get; private set; }

    /// <summary>Takes as much of an array as its letters need.</summary>
    public void TakeLetters(double[] values, int start, int lanes)
    {
        for (var i = 0; i < _letters.Length; i++)
        {
            var rows = LaneTable.Within(values, start + (i * Wire.Rows.Count * lanes), Wire.Rows.Count, lanes);
            _letters[i] = new Letter(Wire.Index, rows, _tellsWeights ? new bool[rows.Octets] : null);
        }
    }

    public void Open(int tick) => Letter = _letters[tick % _letters.Length];

    public void Empty(Octet octet)
    {
        if (!_tellsWeights)
        {
            octet.Neighbours(First, Wire.Rows.Count).Clear();
        }
    }

    public void Write(Octet octet, bool areWeightsNew)
    {
        if (Letter.IsNew is { } isNew)
        {
            isNew[octet] = areWeightsNew;
            if (!areWeightsNew)
            {
                return;
            }
        }

        Letter.Rows.CopyFrom(octet, First);
    }
}
