using System.Runtime.InteropServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Post;

/// <summary>A wire that leads here. Only rows that are asked for take room.</summary>
internal sealed class IncomingWire(Wire wire)
{
    private readonly Dictionary<int, TickRow> _known = [];
    private readonly List<(int From, TickRow To)> _rows = [];
    private readonly List<(int From, KeptRow To)> _kept = [];

    public Wire Wire { get; } = wire;

    public Letter? Letter { get; set; }

    public bool IsRead => _rows.Count > 0;

    public bool IsKept => _kept.Count > 0;

    public IEnumerable<WireRow> Reads => _rows.Select(r => Wire.Rows[r.From]).Concat(_kept.Select(k => Wire.Rows[k.From]));

    public TickRow Reserve(int row, LaneMemory memory)
    {
        if (!_known.TryGetValue(row, out var to))
        {
            _known.Add(row, to = memory.ReserveForTick());
            _rows.Add((row, to));
        }

        return to;
    }

    /// <summary>Keeps a row of the letter from now on.</summary>
    public void Keep(int row, KeptRow kept) => _kept.Add((row, kept));

    public void CopyTo(Octet octet)
    {
        if (Letter is { } letter)
        {
            letter.Rows.CopyTo(octet, CollectionsMarshal.AsSpan(_rows));
            return;
        }

        foreach (var (_, to) in _rows)
        {
            octet[to] = LaneVector.Zero;
        }
    }

    /// <summary>Takes over what has changed, and adds its numbers.</summary>
    public void KeepIn(Octet octet, List<int> changed)
    {
        if (Letter is not { } letter || (letter.IsNew is { } isNew && !isNew[octet]))
        {
            return;
        }

        foreach (var (from, to) in CollectionsMarshal.AsSpan(_kept))
        {
            var now = letter.Rows[from, octet];
            if (!LaneVector.EqualsAll(now, octet[to.Row]))
            {
                octet[to.Row] = now;
                changed.Add(to.Number);
            }
        }
    }
}
