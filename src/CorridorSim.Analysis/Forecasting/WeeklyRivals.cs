using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>How people in the weeks after a report were forecast.</summary>
public enum WeeklyMethod
{
    /// <summary>The pace of the last four weeks and a share of the model's change.</summary>
    Default,

    /// <summary>The model as it is, from the state that was reported.</summary>
    Model,

    /// <summary>The pace of the last four weeks.</summary>
    FourWeeks,

    /// <summary>The pace of the last week.</summary>
    LastWeek,

    /// <summary>The same weeks of the year before.</summary>
    LastYear,

    /// <summary>The log-linear trend of the last twelve weeks.</summary>
    Trend,

    /// <summary>The last week and the mean weekly change of the last twelve.</summary>
    Drift,
}

/// <summary>Naive forecasts of the people counted in the weeks after a report, made from that report and earlier ones alone.</summary>
/// <param name="known">Reports up to the day.</param>
/// <param name="day">Day of the last report.</param>
public sealed class WeeklyRivals(ReportedCounts known, DateOnly day)
{
    /// <summary>Days of a week.</summary>
    public const int WeekDays = 7;

    private const int MaxWeeks = 60;
    private const int WeeksPerYear = 52;

    private readonly Rivals _weeks = new(
        Enumerable.Range(1, MaxWeeks).Select(k => (-k, known.Between(day.AddDays(-WeekDays * k), day.AddDays(-WeekDays * (k - 1))))), 0);

    /// <summary>People a day over the last four weeks; not-a-number where reports are missing.</summary>
    public double FourWeekPace => known.Between(day.AddDays(-4 * WeekDays), day) / (4 * WeekDays);

    /// <summary>All of them for the first weeks after the report.</summary>
    public IEnumerable<(WeeklyMethod Method, double Value)> All(int weeks)
    {
        double Sum(Func<int, double> week) => Enumerable.Range(0, weeks).Sum(week);
        var yearAgo = day.AddDays(-WeekDays * WeeksPerYear);
        return
        [
            (WeeklyMethod.FourWeeks, FourWeekPace * WeekDays * weeks),
            (WeeklyMethod.LastWeek, known.Between(day.AddDays(-WeekDays), day) * weeks),
            (WeeklyMethod.LastYear, weeks <= WeeksPerYear ? known.Between(yearAgo, yearAgo.AddDays(WeekDays * weeks)) : double.NaN),
            (WeeklyMethod.Trend, Sum(_weeks.Trend)),
            (WeeklyMethod.Drift, Sum(_weeks.WalkWithDrift)),
        ];
    }
}
