using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Engine;

/// <summary>
/// How long one figure of a report covers. A week is a quarter of a month, the tick of the model: the first begins on the first day of the
/// month, and four make the month, so that weeks, months and quarters of one run add up. It is no week of the calendar.
/// </summary>
public enum ReportStep
{
    /// <summary>A month.</summary>
    Month,

    /// <summary>A quarter of a month.</summary>
    Week,

    /// <summary>Three months from January, April, July or October on.</summary>
    Quarter,
}

/// <summary>Names of periods, <c>2022-03-w2</c>, <c>2022-03</c> or <c>2022-Q1</c>, and which months they lie in.</summary>
public static class ReportSteps
{
    /// <summary>Weeks of a month.</summary>
    public const int WeeksPerMonth = 4;

    /// <summary>Months of a quarter.</summary>
    public const int MonthsPerQuarter = 3;

    /// <summary>The step as files and options name it.</summary>
    public static string Name(this ReportStep step) => step switch { ReportStep.Week => "week", ReportStep.Quarter => "quarter", _ => "month" };

    /// <summary>Reads the name of a step; null when it is none.</summary>
    public static ReportStep? TryParse(string name) => name switch
    {
        "week" => ReportStep.Week,
        "month" => ReportStep.Month,
        "quarter" => ReportStep.Quarter,
        _ => null,
    };

    /// <summary>The name of a period.</summary>
    /// <param name="step">Its length.</param>
    /// <param name="month">First month of a month or quarter, the month of a week; see <see cref="CalendarMonth"/>.</param>
    /// <param name="week">Week of the month, 0 to 3; not looked at otherwise.</param>
    public static string Format(this ReportStep step, int month, int week = 0) => step switch
    {
        ReportStep.Week => FormattableString.Invariant($"{CalendarMonth.Format(month)}-w{week + 1}"),
        ReportStep.Quarter => FormattableString.Invariant($"{CalendarMonth.YearOf(month):D4}-Q{((CalendarMonth.OfYear(month) - 1) / MonthsPerQuarter) + 1}"),
        _ => CalendarMonth.Format(month),
    };

    /// <summary>Reads the name of a period of any length.</summary>
    /// <param name="text">Its name.</param>
    /// <param name="step">Its length.</param>
    /// <param name="month">Its first month.</param>
    /// <param name="week">Its week of the month, 0 to 3; 0 for months and quarters.</param>
    /// <returns>False when it is none of these.</returns>
    public static bool TryParse(string text, out ReportStep step, out int month, out int week)
    {
        ArgumentNullException.ThrowIfNull(text);
        (step, week) = (ReportStep.Month, 0);
        if (text is [_, _, _, _, '-', 'Q', >= '1' and <= '4'] && int.TryParse(text.AsSpan(0, 4), System.Globalization.NumberStyles.None, null, out var year) && year > 0)
        {
            (step, month) = (ReportStep.Quarter, CalendarMonth.Of(year, ((text[6] - '1') * MonthsPerQuarter) + 1));
            return true;
        }

        if (text is [.. { Length: 7 } start, '-', 'w', >= '1' and <= '4'] && CalendarMonth.TryParse(start, out month))
        {
            (step, week) = (ReportStep.Week, text[^1] - '1');
            return true;
        }

        return CalendarMonth.TryParse(text, out month);
    }
}
