using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Post;

/// <summary>How many figures a series has: months x points of a month x lanes.</summary>
/// <param name="Months">Months of the horizon.</param>
/// <param name="PerMonth">Recorded points of a month: 1, or 4 where weeks are wanted.</param>
/// <param name="Lanes">Lanes with their padding.</param>
internal readonly record struct RecordedPoints(int Months, int PerMonth, int Lanes);

/// <summary>Collects the series of one participant: flows are summed over the month, or the week where weeks are reported, stocks are taken at its end.</summary>
internal sealed class Recorder(SeriesPlan plan, RecordedPoints points, LaneMemory memory, Mailbox mail)
{
    private readonly int _ticksPerPoint = LaneMath.TicksPerMonth / points.PerMonth;
    private readonly List<Recorded> _recorded = [];
    private readonly Dictionary<SeriesKey, TickRow> _rows = [];
    private readonly List<(TickRow Row, TickRow Letter)> _watched = [];
    private TickRow[] _now = [];

    /// <summary>Row of a series in this tick; none when nobody records or watches it. Ask before <see cref="Seal"/>.</summary>
    public TickRow Handle(string variable, string where, string nationality)
    {
        var key = new SeriesKey(variable, where, nationality);
        if (_rows.TryGetValue(key, out var known))
        {
            return known;
        }

        var recorded = plan.RecordedIndex(key);
        var watched = Watched(key);
        if (recorded < 0 && watched is null)
        {
            return TickRow.None;
        }

        var row = memory.ReserveForTick();
        _rows.Add(key, row);
        if (recorded >= 0)
        {
            var isFlow = plan.Recorded[recorded].Kind == SeriesKind.Flow;
            _recorded.Add(new Recorded(recorded, row, isFlow ? memory.Reserve() : -1, GC.AllocateUninitializedArray<double>(points.Months * points.PerMonth * points.Lanes)));
        }

        if (watched is { } letter)
        {
            _watched.Add((row, letter));
        }

        return row;
    }

    /// <summary>True in the tick that ends a recorded point.</summary>
    public bool EndsPoint(int tick) => (tick + 1) % _ticksPerPoint == 0;

    /// <summary>True when somebody watches a measurement, so that it is needed at each tick and not only where it is recorded.</summary>
    public bool IsWatched(TickRow handle) => !handle.IsNone && _watched.Exists(w => w.Row.Equals(handle));

    /// <summary>Makes the tables.</summary>
    public void Seal()
    {
        _recorded.Sort((a, b) => a.Series.CompareTo(b.Series));
        _now = [.. _rows.Values];
    }

    /// <summary>Empties the measurements of the tick.</summary>
    public void Open(Octet octet)
    {
        foreach (var row in _now)
        {
            octet[row] = LaneVector.Zero;
        }
    }

    /// <summary>Adds to a measurement of this tick; nothing where there is no row.</summary>
    public static void Add(TickRow handle, Octet octet, LaneVector value)
    {
        if (!handle.IsNone)
        {
            octet.Add(handle, value);
        }
    }

    /// <summary>Tells watchers, and at the end of a recorded point writes its values.</summary>
    public void Close(int tick, Octet octet)
    {
        foreach (var (row, letter) in _watched)
        {
            octet[letter] = octet[row];
        }

        foreach (var series in _recorded)
        {
            if (series.IsFlow)
            {
                octet.Add(series.Total, octet[series.Row]);
            }
        }

        if (EndsPoint(tick))
        {
            Write(tick / _ticksPerPoint, octet);
        }
    }

    /// <summary>The recorded series.</summary>
    public ParticipantReport Report(IReadOnlyList<PolicyEvent> events, IReadOnlyList<LaneFailure> failures, double ledgerError) =>
        new([.. _recorded.Select(r => r.Series)], [.. _recorded.Select(r => r.Values)], events, failures, ledgerError);

    private void Write(int point, Octet octet)
    {
        foreach (var series in _recorded)
        {
            var value = series.IsFlow ? octet[series.Total] : octet[series.Row];
            value.StoreUnsafe(ref series.Values[(point * points.Lanes) + (octet.Index * LaneTable.OctetLanes)]);
            if (series.IsFlow)
            {
                octet[series.Total] = LaneVector.Zero;
            }
        }
    }

    private TickRow? Watched(SeriesKey key) =>
        plan.IndexOf(key) is var index and >= 0 ? mail.WriteRow(new WireRow(RowKind.Reading, index)) : null;

    /// <summary>A series that is recorded: its row, and where a flow is summed over the point, -1 for a stock.</summary>
    private sealed record Recorded(int Series, TickRow Row, int Total, double[] Values)
    {
        public bool IsFlow => Total >= 0;
    }
}
