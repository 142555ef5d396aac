using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Median wait of the people a channel admits in a tick: the wait of the community at which half of the admitted, ordered
/// by their community's wait, is reached; 0 when nobody is admitted.
/// </summary>
internal sealed class MedianWait
{
    private readonly CountryContext _context;
    private readonly int _series;
    private readonly LaneVector[] _admitted;
    private readonly LaneVector[] _waits;
    private readonly int[] _order;

    public MedianWait(CountryContext context, string channel, int lines)
    {
        _context = context;
        _series = context.Recorder.Handle(context.Mail, Indicators.Wait, channel, SeriesKey.All);
        _admitted = new LaneVector[lines];
        _waits = new LaneVector[lines];
        _order = new int[lines];
    }

    /// <summary>Notes what one community's line did in this tick.</summary>
    public void Note(int line, int octet, LaneVector admitted, LaneVector wait) => (_admitted[line], _waits[line]) = (admitted, wait);

    /// <summary>Records the median, at the end of a month only: it is a stock.</summary>
    public void Record(int octet)
    {
        if (_series < 0 || (_context.Tick + 1) % Engine.Experiment.TicksPerMonth != 0)
        {
            return;
        }

        Span<double> medians = stackalloc double[LaneTable.OctetLanes];
        for (var lane = 0; lane < medians.Length; lane++)
        {
            medians[lane] = Median(lane);
        }

        _context.Recorder.Add(_series, octet, System.Runtime.Intrinsics.Vector512.Create<double>(medians));
    }

    private double Median(int lane)
    {
        var total = 0.0;
        for (var i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
            total += _admitted[i][lane];
        }

        Array.Sort(_order, (a, b) => (_waits[a][lane], a).CompareTo((_waits[b][lane], b)));
        var reached = 0.0;
        foreach (var i in _order)
        {
            reached += _admitted[i][lane];
            if (total > 0 && reached >= total / 2)
            {
                return _waits[i][lane];
            }
        }

        return 0;
    }
}
