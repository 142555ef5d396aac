using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Rules.Places;

/// <summary>
/// Places of a year, all due when they are first in force in it, and what they grow by later in it (docs/model.md, years and left-over places).
/// </summary>
internal readonly struct YearlyPlaces
{
    /// <summary>Works out what is due in a tick, persons.</summary>
    /// <param name="places">Places a year; 0 where they are not in force.</param>
    /// <param name="granted">Places granted so far in the last year that had any.</param>
    /// <param name="lastYear">That year.</param>
    /// <param name="year">Number of the year, see <see cref="SeasonCalendar.Year"/>.</param>
    public YearlyPlaces(LaneVector places, LaneVector granted, LaneVector lastYear, LaneVector year)
    {
        var isOpen = LaneVector.GreaterThan(places, LaneVector.Zero);
        IsNew = isOpen & LaneVector.GreaterThan(year, lastYear);
        var before = LaneVector.ConditionalSelect(IsNew, LaneVector.Zero, granted);
        Due = LaneVector.ConditionalSelect(isOpen, LaneVector.Max(places - before, LaneVector.Zero), LaneVector.Zero);
        Granted = before + Due;
        Year = LaneVector.ConditionalSelect(IsNew, year, lastYear);
    }

    /// <summary>Places that become due.</summary>
    public LaneVector Due { get; }

    /// <summary>All bits set where a year begins for them, else none.</summary>
    public LaneVector IsNew { get; }

    /// <summary>Places granted in the year so far, those now due included.</summary>
    public LaneVector Granted { get; }

    /// <summary>The last year that had any.</summary>
    public LaneVector Year { get; }
}
