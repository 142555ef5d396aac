using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Policy;

/// <summary>Months of the year in the lanes of a block.</summary>
internal static class SeasonCalendar
{
    /// <summary>All bits set in the lanes in whose season a month lies, else none.</summary>
    /// <param name="inputs">Inputs of the block.</param>
    /// <param name="season">The season.</param>
    /// <param name="month">Month, see <see cref="CalendarMonth"/>; days are left out.</param>
    /// <param name="octet">Octet of lanes.</param>
    public static LaneVector Includes(LaneTable inputs, Season season, double month, int octet)
    {
        var now = LaneMath.Of((Math.Floor(month) % 12) + 1);
        var (first, last) = (inputs[season.First, octet], inputs[season.Last, octet]);
        var afterFirst = Vector512.GreaterThanOrEqual(now, first);
        var beforeLast = Vector512.LessThanOrEqual(now, last);
        return Vector512.ConditionalSelect(Vector512.LessThanOrEqual(first, last), afterFirst & beforeLast, afterFirst | beforeLast);
    }

    /// <summary>Months of the season, 1 to 12.</summary>
    public static LaneVector Months(LaneTable inputs, Season season, int octet)
    {
        var months = inputs[season.Last, octet] - inputs[season.First, octet] + LaneVector.One;
        return Vector512.ConditionalSelect(Vector512.GreaterThan(months, LaneVector.Zero), months, months + LaneMath.Of(12));
    }

    /// <summary>Number of the year that a month belongs to when years begin in a month of the year.</summary>
    public static LaneVector Year(LaneTable inputs, int yearStart, double month, int octet) =>
        Vector512.Floor((LaneMath.Of(Math.Floor(month) + 1) - inputs[yearStart, octet]) / LaneMath.Of(12));
}
