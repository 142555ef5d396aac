using System.Runtime.InteropServices;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Queues;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Wait of the people a channel admits in a tick: the median, see <see cref="MedianWait"/>, and the mean; not-a-number when nobody is admitted.
/// </summary>
internal sealed class AdmittedWaits
{
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
        Recorder.Add(_median, octet, LaneVector.Create(Medians(stackalloc double[LaneTable.OctetLanes])));
    }

    private Span<double> Medians(Span<double> medians)
    {
        var admitted = MemoryMarshal.Cast<LaneVector, double>(_admitted);
        var waits = MemoryMarshal.Cast<LaneVector, double>(_waits);
        for (var lane = 0; lane < medians.Length; lane++)
        {
            medians[lane] = MedianWait.Of(admitted[lane..], waits[lane..], _order, LaneTable.OctetLanes);
        }

        return medians;
    }
}
