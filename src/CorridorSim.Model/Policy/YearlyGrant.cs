using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Policy;

/// <summary>
/// Places of a year, all there at its start: what of them has not been granted yet is due when they are in force for the first time
/// in a year, or grow in it.
/// </summary>
/// <param name="inputs">Inputs of the block.</param>
/// <param name="yearStart">Slot: month in which years begin, 1 to 12.</param>
internal sealed class YearlyGrant(LaneTable inputs, int yearStart)
{
    private readonly LaneTable _granted = new(1, inputs.Lanes);
    private readonly LaneTable _year = Before(inputs.Lanes);

    /// <summary>Places that become due in this tick.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="month">Month, see <see cref="CalendarMonth"/>.</param>
    /// <param name="places">Places a year; 0 where they are not in force.</param>
    /// <param name="isNew">All bits set where a year begins for them.</param>
    public LaneVector Due(int octet, double month, LaneVector places, out LaneVector isNew)
    {
        var isOpen = Vector512.GreaterThan(places, LaneVector.Zero);
        var year = SeasonCalendar.Year(inputs, yearStart, month, octet);
        isNew = isOpen & Vector512.GreaterThan(year, _year[0, octet]);
        var granted = Vector512.ConditionalSelect(isNew, LaneVector.Zero, _granted[0, octet]);
        var due = Vector512.ConditionalSelect(isOpen, Vector512.Max(places - granted, LaneVector.Zero), LaneVector.Zero);
        _year[0, octet] = Vector512.ConditionalSelect(isNew, year, _year[0, octet]);
        _granted[0, octet] = granted + due;
        return due;
    }

    private static LaneTable Before(int lanes)
    {
        var table = new LaneTable(1, lanes);
        table.FillRow(0, double.NegativeInfinity);
        return table;
    }
}
