using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Start;

namespace CorridorSim.Model.Agreements;

/// <summary>A series that an agreement watches: as conditions and compliance read it, last tick's figure as that of a month.</summary>
internal sealed class WatchedSeries
{
    private readonly Mailbox _mail;
    private readonly TickRow _reading;
    private readonly LaneVector _perMonth;

    /// <summary>Asks for the reading; before the memory is sealed.</summary>
    public WatchedSeries(BlockScope block, Mailbox mail, SeriesKey key)
    {
        _mail = mail;
        var series = block.Series.IndexOf(key);
        _reading = mail.ReadRow(new WireRow(RowKind.Reading, series));
        _perMonth = LaneMath.Of(block.Series.All[series].Kind == SeriesKind.Flow ? LaneMath.TicksPerMonth : 1);
    }

    /// <summary>True from the first tick on whose figure is known.</summary>
    public bool HasArrived => _mail.HasArrived(_reading);

    /// <summary>Flows per month, stocks as they are; not-a-number where the figure is that of nobody.</summary>
    public LaneVector Level(Octet octet) => octet[_reading] * _perMonth;
}
