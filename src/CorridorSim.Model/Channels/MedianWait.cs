using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
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
        _series = context.Recorder.Handle(Indicators.Wait, channel, SeriesKey.All);
        _admitted = new LaneVector[lines];
        _waits = new LaneVector[lines];
        _order = [.. Enumerable.Range(0, lines)];
    }

    /// <summary>True at the end of a month when the median is recorded or watched: it is a stock.</summary>
    public bool IsDue => _series >= 0 && (_context.Tick + 1) % Experiment.TicksPerMonth == 0;

    /// <summary>Notes what one community's line did in this tick.</summary>
    public void Note(int line, LaneVector admitted, LaneVector wait) => (_admitted[line], _waits[line]) = (admitted, wait);

    /// <summary>Records the median of what was noted.</summary>
    public void Record(Octet octet)
    {
        Span<double> medians = stackalloc double[LaneTable.OctetLanes];
        for (var lane = 0; lane < medians.Length; lane++)
        {
            medians[lane] = Median(lane);
        }

        Recorder.Add(_series, octet, Vector512.Create<double>(medians));
    }

    private double Median(int lane)
    {
        var total = 0.0;
        for (var i = 0; i < _admitted.Length; i++)
        {
            total += _admitted[i][lane];
        }

        Sort(lane);
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

    /// <summary>Sorts the lines by wait, then number. Lanes of an octet have much the same order: insertion finds it at once.</summary>
    private void Sort(int lane)
    {
        for (var sorted = 1; sorted < _order.Length; sorted++)
        {
            var line = _order[sorted];
            var at = sorted;
            for (; at > 0 && (_waits[_order[at - 1]][lane], _order[at - 1]).CompareTo((_waits[line][lane], line)) > 0; at--)
            {
                _order[at] = _order[at - 1];
            }

            _order[at] = line;
        }
    }
}
