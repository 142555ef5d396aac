using System.Globalization;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Policy;

/// <summary>Months counted from January of year 0, with the day as a fraction: the unit of all dates in slots.</summary>
public static class CalendarMonth
{
    /// <summary>The month number of a date; the first day of a month is a whole number.</summary>
    public static double Of(DateOnly date) =>
        (date.Year * Units.MonthsOfYear) + (date.Month - 1) + ((date.Day - 1.0) / DateTime.DaysInMonth(date.Year, date.Month));

    /// <summary>The number of the first day of a month.</summary>
    /// <param name="year">Year, 1 to 9999.</param>
    /// <param name="month">Month, 1 to 12.</param>
    public static int Of(int year, int month) => (year * Units.MonthsOfYear) + month - 1;

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <returns>False when it is not of that form.</returns>
    public static bool TryParse(string text, out int month)
    {
        var isMonth = DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        month = isMonth ? Of(date.Year, date.Month) : 0;
        return isMonth;
    }

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">It is not of that form.</exception>
    public static int Parse(string text) => TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month; write yyyy-MM.");

    /// <summary>The month as people write it, for example <c>June 2023</c>.</summary>
    public static string Spell(int month) =>
        new DateOnly(month / Units.MonthsOfYear, (month % Units.MonthsOfYear) + 1, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The month as <c>yyyy-MM</c>.</summary>
    public static string Format(int month) => FormattableString.Invariant($"{month / Units.MonthsOfYear:D4}-{(month % Units.MonthsOfYear) + 1:D2}");
}
