using System.Globalization;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Observations;

/// <summary>
/// Observations: a table with the columns series, nationality, month and value (at least 0), and where it has one, source; others are
/// kept by whoever reads the file. Under month stands the period that was counted, <c>2022-03</c>, <c>2022-Q1</c> or the week
/// <c>2022-03-w2</c>, of one length in all rows of a series. A quarter is kept at its last month. Weeks make a month once all four are
/// there: their sum for what is counted over time, the last one for a level. A period without a row was not observed.
/// Reports on single days have a date, <c>2022-04-07</c>, and where they count over time the number of <c>days</c> that end with it; they
/// make the months that they cover to their end, see <see cref="ReportedCounts"/>.
/// </summary>
public sealed class ObservationTable
{
    private const string DaysColumn = "days";

    private static readonly string[] Columns = ["series", "nationality", "month", "value"];

    private readonly Dictionary<ObservedName, SortedDictionary<int, double>> _values;

    private readonly IReadOnlyDictionary<ObservedName, string> _sources;

    private readonly IReadOnlyDictionary<ObservedName, ReportStep> _steps;

    private readonly IReadOnlyDictionary<ObservedName, ReportedCounts> _reports;

    private ObservationTable(
        Dictionary<ObservedName, SortedDictionary<int, double>> values,
        IReadOnlyDictionary<ObservedName, string> sources,
        IReadOnlyDictionary<ObservedName, ReportStep> steps,
        IReadOnlyDictionary<ObservedName, ReportedCounts> reports)
    {
        (_values, _sources, _steps, _reports) = (values, sources, steps, reports);
        foreach (var (name, counts) in reports)
        {
            if (counts.Months() is { Count: > 0 } months)
            {
                _values[name] = months;
            }
        }
    }

    /// <summary>What was observed, in order of series and nationality: what is drawn or solved for them does not depend on the order of the rows.</summary>
    public IReadOnlyList<ObservedName> Names =>
        [.. _values.Keys.OrderBy(n => n.Series, StringComparer.Ordinal).ThenBy(n => n.Nationality, StringComparer.Ordinal)];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="bag">Receives what is wrong: rows without series or month, negative or doubled values.</param>
    /// <returns>The table, or null when something is wrong with it.</returns>
    public static ObservationTable? Read(string path, string file, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var own = new DiagnosticBag();
        var table = CsvTable.Read(path, file, Columns, own);
        var values = new Dictionary<ObservedName, SortedDictionary<int, double>>();
        var sources = new Dictionary<ObservedName, string>();
        if (!own.HasErrors && table.Rows.Count == 0)
        {
            own.Add(file, 1, 1, "the table has no rows; add one per series, nationality and month");
        }

        var rows = new Periods();
        foreach (var row in own.HasErrors ? [] : table.Rows)
        {
            rows.Add(row);
            _ = sources.TryAdd(new ObservedName(row.Text("series"), row.Text("nationality")), row.Text("source"));
        }

        rows.Fold(values);
        foreach (var diagnostic in own.Sorted)
        {
            bag.Add(diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Message);
        }

        return own.HasErrors ? null : new ObservationTable(values, sources, rows.Steps, rows.Reports());
    }

    /// <summary>The value of a month; not-a-number where there is none.</summary>
    /// <param name="name">What was counted.</param>
    /// <param name="month">Month, see <see cref="CalendarMonth"/>.</param>
    public double Value(ObservedName name, int month) =>
        _values.TryGetValue(name, out var months) && months.TryGetValue(month, out var value) ? value : double.NaN;

    /// <summary>The values of consecutive months; not-a-number where there is none.</summary>
    public double[] Values(ObservedName name, int first, int months) =>
        [.. Enumerable.Range(first, months).Select(month => Value(name, month))];

    /// <summary>Who counted a series, as its first row says; empty where the table has no such column.</summary>
    public string Source(ObservedName name) => _sources.GetValueOrDefault(name, string.Empty);

    /// <summary>What one value of a series covers; weeks are kept as the months that they make.</summary>
    public ReportStep Step(ObservedName name) => _steps.GetValueOrDefault(name) == ReportStep.Quarter ? ReportStep.Quarter : ReportStep.Month;

    /// <summary>What was reported on single days, by series; empty where months or quarters were counted.</summary>
    public IReadOnlyDictionary<ObservedName, ReportedCounts> Reports => _reports;

    /// <summary>First and last month of a series.</summary>
    public (int First, int Last) Span(ObservedName name) => (_values[name].Keys.First(), _values[name].Keys.Last());

    /// <summary>The observations of earlier months only: what was known when a forecast started.</summary>
    public ObservationTable Before(int month) => new(
        _values.Where(p => !_reports.ContainsKey(p.Key)).Select(p => (p.Key, Values: new SortedDictionary<int, double>(p.Value.Where(v => v.Key < month).ToDictionary())))
            .Where(p => p.Values.Count > 0)
            .ToDictionary(p => p.Key, p => p.Values),
        _sources,
        _steps,
        _reports.ToDictionary(p => p.Key, p => p.Value.Before(CalendarMonth.FirstDay(month))));

    /// <summary>Rows by period, before weeks become months.</summary>
    private sealed class Periods
    {
        private readonly Dictionary<ObservedName, SortedDictionary<int, double>> _values = [];
        private readonly Dictionary<ObservedName, ReportStep> _steps = [];
        private readonly Dictionary<ObservedName, SortedDictionary<DateOnly, Report>> _reports = [];

        public IReadOnlyDictionary<ObservedName, ReportStep> Steps => _steps;

        public void Add(CsvRow row)
        {
            var name = new ObservedName(row.Text("series"), row.Text("nationality"));
            foreach (var column in new[] { "series", "nationality" }.Where(c => row.Text(c).Length == 0))
            {
                row.Report(column, $"the cell is empty; name the {column}");
            }

            if (DateOnly.TryParseExact(row.Text("month"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                AddReport(row, name, day);
                return;
            }

            if (!ReportSteps.TryParse(row.Text("month"), out var step, out var month, out var week))
            {
                row.Report("month", $"'{row.Text("month")}' is not a month; write yyyy-MM");
            }

            var value = row.Number("value", 0);
            if (_reports.ContainsKey(name))
            {
                row.Report("month", $"{name} is reported on single days in its first row; give all its rows a day");
                return;
            }

            if (!_values.TryGetValue(name, out var periods))
            {
                _values.Add(name, periods = []);
                _steps.Add(name, step);
            }

            if (_steps[name] != step)
            {
                row.Report("month", $"{name} is counted by {_steps[name].Name()} in its first row and by {step.Name()} here; give all its rows one length");
            }
            else if (!periods.TryAdd(Place(step, month, week), value))
            {
                row.Report("month", $"{name} in {row.Text("month")} stands twice; remove one row");
            }
        }

        /// <summary>The reports of single days.</summary>
        public Dictionary<ObservedName, ReportedCounts> Reports() =>
            _reports.ToDictionary(r => r.Key, r => new ReportedCounts(r.Value.Values, ObservedSeries.IsLevelOf(r.Key.Series.Split(':')[0])));

        private void AddReport(CsvRow row, ObservedName name, DateOnly day)
        {
            if (_values.ContainsKey(name))
            {
                row.Report("month", $"{name} is counted by {_steps[name].Name()} in its first row; give all its rows one length");
                return;
            }

            const int MaxDays = 366;
            var days = ObservedSeries.IsLevelOf(name.Series.Split(':')[0]) ? 0 : (int)row.Number(DaysColumn, 1, MaxDays);
            if (!_reports.TryGetValue(name, out var reports))
            {
                _reports.Add(name, reports = []);
            }

            if (reports.Values.FirstOrDefault(r => r.Day == day || (day.AddDays(-days) < r.Day && r.Day.AddDays(-r.Days) < day)) is { } other)
            {
                row.Report("month", $"{name}: the days up to {row.Text("month")} overlap those up to {other.Day:yyyy-MM-dd}; mend '{DaysColumn}' or remove one row");
            }
            else
            {
                reports.Add(day, new Report(day, days, row.Number("value", 0)));
            }
        }

        /// <summary>Puts everything at months.</summary>
        public void Fold(Dictionary<ObservedName, SortedDictionary<int, double>> months)
        {
            foreach (var (name, values) in _values)
            {
                months.Add(name, _steps[name] == ReportStep.Week ? OfWeeks(name, values) : values);
            }
        }

        private static int Place(ReportStep step, int month, int week) => step switch
        {
            ReportStep.Week => (month * ReportSteps.WeeksPerMonth) + week,
            ReportStep.Quarter => month + ReportSteps.MonthsPerQuarter - 1,
            _ => month,
        };

        private static SortedDictionary<int, double> OfWeeks(ObservedName name, SortedDictionary<int, double> weeks) => new(weeks
            .GroupBy(w => w.Key / ReportSteps.WeeksPerMonth)
            .Where(g => g.Count() == ReportSteps.WeeksPerMonth)
            .ToDictionary(g => g.Key, g => ObservedSeries.IsLevelOf(name.Series.Split(':')[0]) ? g.Last().Value : g.Sum(w => w.Value)));
    }
}
