namespace CorridorSim.Model.Policy;

/// <summary>Months counted from January of year 0, with the day as a fraction: the unit of all dates in slots.</summary>
public static class CalendarMonth
{
    /// <summary>The month number of a date; the first day of a month is a whole number.</summary>
    public static double Of(DateOnly date) =>
        (date.Year * 12) + (date.Month - 1) + ((date.Day - 1.0) / DateTime.DaysInMonth(date.Year, date.Month));

    /// <summary>The number of the first day of a month.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    /// <param name="month">Month, 1 to 12.</param>
    public static int Of(int year, int month) => (year * 12) + month - 1;

    /// <summary>The month as <c>yyyy-MM</c>.</summary>
    public static string Format(int month) => FormattableString.Invariant($"{month / 12:D4}-{(month % 12) + 1:D2}");
}
