using System.Globalization;
using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Texts;

/// <summary>The one spelling of dates, ISO 8601: <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>, from 1990 to 2100.</summary>
public static class DateText
{
    /// <summary>First year that a date may have.</summary>
    public const int FirstYear = 1990;

    /// <summary>Last year that a date may have.</summary>
    public const int LastYear = 2100;

    /// <summary>Whether a text is a whole month of these years.</summary>
    public static bool IsMonth(string text) => CalendarMonth.TryParse(text, out var month) && CalendarMonth.YearOf(month) is >= FirstYear and <= LastYear;

    /// <summary>Reads a date as calendar month; the first day of a month is a whole number.</summary>
    /// <returns>False when the text is none.</returns>
    public static bool TryParse(string? text, out double month)
    {
        var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        var isDate = isDay || DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
        var isKnown = isDate && date.Year is >= FirstYear and <= LastYear;
        month = isKnown ? CalendarMonth.Of(date) : 0;
        return isKnown;
    }

    /// <summary>What is wrong with a text that is no date, and the remedy.</summary>
    public static string Complaint(string text) => $"'{text}' is not a date from {FirstYear} to {LastYear}; write 2022-04 or 2022-04-19";

    /// <summary>The calendar month of the day that is nearest.</summary>
    public static double Nearest(double month) => TryParse(Format(month), out var day) ? day : month;

    /// <summary>The date of a calendar month, as short as it can be said: <c>2022-04</c> or <c>2022-04-19</c>.</summary>
    public static string Format(double month)
    {
        var first = (int)Math.Floor(month);
        var days = CalendarMonth.Days(first);
        var day = 1 + (int)Math.Round((month - first) * days);
        (first, day) = day > days ? (first + 1, 1) : (first, day);
        return day == 1 ? CalendarMonth.Format(first) : string.Create(CultureInfo.InvariantCulture, $"{CalendarMonth.Format(first)}-{day:D2}");
    }
}
