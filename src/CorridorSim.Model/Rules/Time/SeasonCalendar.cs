using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Time;

/// <summary>Months of the year: in which season they lie, and to which year they belong (docs/model.md, seasonal work; years and left-over places).</summary>
internal static class SeasonCalendar
{
    /// <summary>All bits set in the lanes in whose season a month lies, else none; a season may go over the turn of the year.</summary>
    /// <param name="first">First month of the season, 1 to 12, inclusive.</param>
    /// <param name="last">Last month of the season, 1 to 12, inclusive.</param>
    /// <param name="month">Months since January of year 0; days are left out.</param>
    public static LaneVector Includes(LaneVector first, LaneVector last, double month)
    {
        var now = LaneMath.Of(MonthOfYear(month) + 1);
        var afterFirst = LaneVector.GreaterThanOrEqual(now, first);
        var beforeLast = LaneVector.LessThanOrEqual(now, last);
        return LaneVector.ConditionalSelect(LaneVector.LessThanOrEqual(first, last), afterFirst & beforeLast, afterFirst | beforeLast);
    }

    /// <summary>Months of the season, 1 to 12.</summary>
    public static LaneVector Months(LaneVector first, LaneVector last)
    {
        var months = last - first + LaneVector.One;
        return LaneVector.ConditionalSelect(LaneVector.GreaterThan(months, LaneVector.Zero), months, months + LaneMath.Of(Units.MonthsOfYear));
    }

    /// <summary>Number of the year that a month belongs to when years begin in a month of the year, 1 to 12.</summary>
    public static LaneVector Year(LaneVector yearStart, double month) =>
        LaneVector.Floor((LaneMath.Of(Math.Floor(month) + 1) - yearStart) / LaneMath.Of(Units.MonthsOfYear));

    /// <summary>The month of the year, 0 for January to 11.</summary>
    public static int MonthOfYear(double month) => (int)(Math.Floor(month) % Units.MonthsOfYear);
}
