using CorridorSim.Model.Policy;

namespace CorridorSim.Scenarios.Observations;

/// <summary>
/// What an agency reports on single days, such as every Tuesday: how many were counted since the report before, or how many wait on that day.
/// Within the days of a report people are taken to come evenly. Days that no report covers were not observed.
/// </summary>
public sealed class ReportedCounts
{
    private readonly Report[] _reports;

    /// <summary>Sets the reports up.</summary>
    /// <param name="reports">Reports, in any order; days of those that count over time do not overlap.</param>
    /// <param name="isLevel">True for a level, such as people waiting; false for what is counted over time.</param>
    public ReportedCounts(IEnumerable<Report> reports, bool isLevel)
    {
        _reports = [.. reports.OrderBy(r => r.Day)];
        IsLevel = isLevel;
    }

    /// <summary>True for a level; false for what is counted over time.</summary>
    public bool IsLevel { get; }

    /// <summary>The days of the reports, in order.</summary>
    public IEnumerable<DateOnly> Days => _reports.Select(r => r.Day);

    /// <summary>The reports of earlier days only: what was known when the day began.</summary>
    public ReportedCounts Before(DateOnly day) => new(_reports.Where(r => r.Day < day), IsLevel);

    /// <summary>The last report on a day or before it; null when there is none.</summary>
    public DateOnly? LastOn(DateOnly day) => _reports.LastOrDefault(r => r.Day <= day)?.Day;

    /// <summary>People counted after one day up to another, its end included; not-a-number where some of these days are in no report.</summary>
    public double Between(DateOnly after, DateOnly until)
    {
        var (sum, covered) = (0.0, 0);
        foreach (var report in _reports)
        {
            var days = Math.Min(until.DayNumber, report.Day.DayNumber) - Math.Max(after.DayNumber, report.Day.DayNumber - report.Days);
            if (days > 0)
            {
                sum += report.Value * days / report.Days;
                covered += days;
            }
        }

        return covered == until.DayNumber - after.DayNumber ? sum : double.NaN;
    }

    /// <summary>People counted from the first report on up to a day; those of the last report where it is later; not-a-number before the first or where a report is missing.</summary>
    public double Total(DateOnly day)
    {
        if (_reports.Length == 0 || day < Begin)
        {
            return double.NaN;
        }

        return Between(Begin, day < _reports[^1].Day ? day : _reports[^1].Day);
    }

    /// <summary>People a day over some days up to one, of those days that reports cover; not-a-number where none does.</summary>
    public double Pace(DateOnly until, int days)
    {
        var covered = Enumerable.Range(0, days).Select(d => Between(until.AddDays(-d - 1), until.AddDays(-d))).Where(v => !double.IsNaN(v)).ToArray();
        return covered.Length == 0 ? double.NaN : covered.Average();
    }

    /// <summary>The level at the end of a day, on the straight line between the reports around it; that of the last report where it is later.</summary>
    public double Level(DateOnly day)
    {
        var next = Array.FindIndex(_reports, r => r.Day >= day);
        if (_reports.Length == 0 || (next == 0 && _reports[0].Day > day))
        {
            return double.NaN;
        }

        if (next < 0 || _reports[next].Day == day)
        {
            return _reports[next < 0 ? ^1 : next].Value;
        }

        var (before, after) = (_reports[next - 1], _reports[next]);
        var part = (double)(day.DayNumber - before.Day.DayNumber) / (after.Day.DayNumber - before.Day.DayNumber);
        return before.Value + (part * (after.Value - before.Value));
    }

    /// <summary>The values of whole months, see <see cref="CalendarMonth"/>: of those that reports cover to their end.</summary>
    public SortedDictionary<int, double> Months()
    {
        var months = new SortedDictionary<int, double>();
        if (_reports.Length == 0)
        {
            return months;
        }

        for (var first = new DateOnly(Begin.Year, Begin.Month, 1); first <= _reports[^1].Day; first = first.AddMonths(1))
        {
            var end = first.AddMonths(1).AddDays(-1);
            var value = end > _reports[^1].Day ? double.NaN : IsLevel ? Level(end) : Between(first.AddDays(-1), end);
            if (!double.IsNaN(value))
            {
                months.Add(CalendarMonth.Of(first.Year, first.Month), value);
            }
        }

        return months;
    }

    /// <summary>The day before the first that is covered.</summary>
    private DateOnly Begin => _reports[0].Day.AddDays(-_reports[0].Days);
}

/// <summary>One report.</summary>
/// <param name="Day">Day up to which was counted, its end included.</param>
/// <param name="Days">Days since the report before, at least 1; 0 for a level.</param>
/// <param name="Value">Persons.</param>
public sealed record Report(DateOnly Day, int Days, double Value);
