using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Wait of the people a channel admits in a tick: the median, which is the wait of the community at which half of the admitted,
/// ordered by their community's wait, is passed, or the middle between two communities where half lies between them, and
/// the mean; not-a-number when nobody is admitted.
/// </summary>
internal sealed class AdmittedWaits
{
    private const double Tie = 1e-9;

    private readonly CountryContext _context;
    private readonly TickRow _median;
    private readonly TickRow _mean;
    private readonly bool _isWatched;
    private readonly LaneVector[] _admitted;
    private readonly LaneVector[] _waits;
    private readonly int[] _order;

    public AdmittedWaits(CountryContext context, string channel, int lines)
    {
        _context = context;
        _median = context.Recorder.Handle(Indicators.Wait, channel, SeriesKey.All);
        _mean = context.Recorder.Handle(Indicators.MeanWait, channel, SeriesKey.All);
        _isWatched = context.Recorder.IsWatched(_median) || context.Recorder.IsWatched(_mean);
        _admitted = new LaneVector[lines];
        _waits = new LaneVector[lines];
        _order = [.. Enumerable.Range(0, lines)];
    }

    /// <summary>True at the end of a recorded point when either is recorded, for they are stocks, and at each tick when one is watched.</summary>
    public bool IsDue => (!_median.IsNone || !_mean.IsNone) && (_isWatched || _context.Recorder.EndsPoint(_context.Tick));

    /// <summary>Notes what one community's line did in this tick.</summary>
    public void Note(int line, LaneVector admitted, LaneVector wait) => (_admitted[line], _waits[line]) = (admitted, wait);

    /// <summary>Records that the channel admits nobody in eight lanes.</summary>
    public void RecordNobody(Octet octet)
    {
        Recorder.Add(_mean, octet, LaneMath.Undefined);
        Recorder.Add(_median, octet, LaneMath.Undefined);
    }

    /// <summary>Records both of what was noted.</summary>
    public void Record(Octet octet)
    {
        var (total, waited) = (LaneVector.Zero, LaneVector.Zero);
        for (var i = 0; i < _admitted.Length; i++)
        {
            total += _admitted[i];
            waited += _admitted[i] * _waits[i];
        }

        Recorder.Add(_mean, octet, LaneMath.Quotient(waited, total));
        Recorder.Add(_median, octet, Vector512.Create<double>(Medians(stackalloc double[LaneTable.OctetLanes])));
    }

    private Span<double> Medians(Span<double> medians)
    {
        var admitted = MemoryMarshal.Cast<LaneVector, double>(_admitted);
        var waits = MemoryMarshal.Cast<LaneVector, double>(_waits);
        for (var lane = 0; lane < medians.Length; lane++)
        {
            medians[lane] = Median(admitted[lane..], waits[lane..]);
        }

        return medians;
    }

    /// <summary>Median of one lane, whose values lie eight apart.</summary>
    private double Median(ReadOnlySpan<double> admitted, ReadOnlySpan<double> waits)
    {
        var total = 0.0;
        for (var i = 0; i < _order.Length; i++)
        {
            total += admitted[i * LaneTable.OctetLanes];
        }

        if (!(total > 0))
        {
            return double.NaN;
        }

        Sort(waits);
        var (reached, below) = (0.0, double.NaN);
        foreach (var i in _order)
        {
            reached += admitted[i * LaneTable.OctetLanes];
            var wait = waits[i * LaneTable.OctetLanes];
            if (reached > total * (0.5 + Tie))
            {
                return double.IsNaN(below) ? wait : (below + wait) / 2;
            }

            if (double.IsNaN(below) && reached >= total * (0.5 - Tie))
            {
                // Half of the admitted waited at most as long, half at least as long as the next: the median is between both.
                below = wait;
            }
        }

        return below;
    }

    /// <summary>Sorts the lines by wait, then number. Lanes of an octet have much the same order: insertion finds it at once.</summary>
    private void Sort(ReadOnlySpan<double> waits)
    {
        for (var sorted = 1; sorted < _order.Length; sorted++)
        {
            var line = _order[sorted];
            var wait = waits[line * LaneTable.OctetLanes];
            var at = sorted;
            for (; at > 0; at--)
            {
                var before = _order[at - 1];
                var other = waits[before * LaneTable.OctetLanes];
                if (other < wait || (other == wait && before < line))
                {
                    break;
                }

                _order[at] = before;
            }

            _order[at] = line;
        }
    }
}
