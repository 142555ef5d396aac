using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Countries;

/// <summary>Collects the series of one participant: flows are summed over the month, stocks are taken at its end.</summary>
internal sealed class Recorder
{
    private readonly BlockPlan _plan;
    private readonly int _lanes;
    private readonly List<(int Series, int Row, bool IsFlow)> _recorded = [];
    private readonly Dictionary<SeriesKey, int> _rows = [];
    private readonly List<(int Row, WireAddress Address)> _watched = [];
    private LaneTable _sums;
    private LaneTable _now;
    private double[][] _values = [];

    public Recorder(BlockPlan plan, int lanes)
    {
        _plan = plan;
        _lanes = lanes;
        _sums = new LaneTable(0, lanes);
        _now = new LaneTable(0, lanes);
    }

    /// <summary>Handle of a series; -1 when nobody records or watches it. Ask before <see cref="Seal"/>.</summary>
    public int Handle(Mailbox mail, string variable, string where, string nationality)
    {
        var key = new SeriesKey(variable, where, nationality);
        if (_rows.TryGetValue(key, out var known))
        {
            return known;
        }

        var recorded = _plan.RecordedIndex(key);
        var watched = Watched(mail, key);
        if (recorded < 0 && watched is null)
        {
            return -1;
        }

        var row = _rows.Count;
        _rows.Add(key, row);
        if (recorded >= 0)
        {
            _recorded.Add((recorded, row, _plan.Series[recorded].Kind == SeriesKind.Flow));
        }

        if (watched is { } address)
        {
            _watched.Add((row, address));
        }

        return row;
    }

    /// <summary>Makes the tables.</summary>
    public void Seal()
    {
        _sums = new LaneTable(_rows.Count, _lanes);
        _now = new LaneTable(_rows.Count, _lanes);
        _recorded.Sort();
        _values = [.. _recorded.Select(_ => new double[_plan.Experiment.Months * _lanes])];
    }

    /// <summary>Empties the measurements of the tick.</summary>
    public void OpenTick() => _now.Clear();

    /// <summary>Adds to a measurement of this tick; nothing for handle -1.</summary>
    public void Add(int handle, int octet, LaneVector value)
    {
        if (handle >= 0)
        {
            _now.Add(handle, octet, value);
        }
    }

    /// <summary>Tells watchers, and at the end of a month writes the month's values.</summary>
    public void CloseTick(int tick, Mailbox mail)
    {
        for (var octet = 0; octet < _sums.Octets; octet++)
        {
            foreach (var (row, address) in _watched)
            {
                mail.Write(address, octet, _now[row, octet]);
            }

            for (var row = 0; row < _sums.Rows; row++)
            {
                _sums.Add(row, octet, _now[row, octet]);
            }
        }

        if ((tick + 1) % Experiment.TicksPerMonth == 0)
        {
            WriteMonth(tick / Experiment.TicksPerMonth);
        }
    }

    /// <summary>The recorded series.</summary>
    public ParticipantReport Report(IReadOnlyList<PolicyEvent> events, IReadOnlyList<LaneFailure> failures, double ledgerError) =>
        new([.. _recorded.Select(r => r.Series)], _values, events, failures, ledgerError);

    private void WriteMonth(int month)
    {
        for (var i = 0; i < _recorded.Count; i++)
        {
            var (_, row, isFlow) = _recorded[i];
            (isFlow ? _sums : _now).CopyRowTo(row, _values[i].AsSpan(month * _lanes, _lanes));
        }

        _sums.Clear();
    }

    private WireAddress? Watched(Mailbox mail, SeriesKey key) =>
        _plan.SeriesIndex(key) is var index and >= 0 ? mail.Outgoing(new WireRow(RowKind.Reading, index)) : null;
}
