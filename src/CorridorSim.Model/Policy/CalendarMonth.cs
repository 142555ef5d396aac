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

    /// <summary>The first day of a month.</summary>
    public static DateOnly FirstDay(int month) => new(YearOf(month), OfYear(month), 1);

    /// <summary>The year of a month.</summary>
    public static int YearOf(int month) => month / Units.MonthsOfYear;

    /// <summary>Which month of its year a month is, 1 to 12.</summary>
    public static int OfYear(int month) => (month % Units.MonthsOfYear) + 1;

    /// <summary>How many days a month has.</summary>
    public static int Days(int month) => DateTime.DaysInMonth(YearOf(month), OfYear(month));

    /// <summary>The month as people write it, for example <c>June 2023</c>.</summary>
    public static string Spell(int month) =>
        FirstDay(month).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The month as <c>yyyy-MM</c>.</summary>
    public static string Format(int month) => FormattableString.Invariant($"{YearOf(month):D4}-{OfYear(month):D2}");
}
