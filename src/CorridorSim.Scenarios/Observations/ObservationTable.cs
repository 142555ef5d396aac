using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Observations;

/// <summary>
/// Monthly observations: a table with the columns series, nationality, month (yyyy-MM) and value (at least 0), and where it
/// has one, source; others are kept by whoever reads the file. A month without a row was not observed.
/// </summary>
public sealed class ObservationTable
{
    private static readonly string[] Columns = ["series", "nationality", "month", "value"];

    private readonly Dictionary<ObservedName, SortedDictionary<int, double>> _values;

    private readonly IReadOnlyDictionary<ObservedName, string> _sources;

    private ObservationTable(Dictionary<ObservedName, SortedDictionary<int, double>> values, IReadOnlyDictionary<ObservedName, string> sources) =>
        (_values, _sources) = (values, sources);

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

        foreach (var row in own.HasErrors ? [] : table.Rows)
        {
            Add(values, row);
            _ = sources.TryAdd(new ObservedName(row.Text("series"), row.Text("nationality")), row.Text("source"));
        }

        foreach (var diagnostic in own.Sorted)
        {
            bag.Add(diagnostic.File, diagnostic.Line, diagnostic.Column, diagnostic.Message);
        }

        return own.HasErrors ? null : new ObservationTable(values, sources);
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

    /// <summary>First and last month of a series.</summary>
    public (int First, int Last) Span(ObservedName name) => (_values[name].Keys.First(), _values[name].Keys.Last());

    /// <summary>The observations of earlier months only: what was known when a forecast started.</summary>
    public ObservationTable Before(int month) => new(
        _values.Select(p => (p.Key, Values: new SortedDictionary<int, double>(p.Value.Where(v => v.Key < month).ToDictionary())))
            .Where(p => p.Values.Count > 0)
            .ToDictionary(p => p.Key, p => p.Values),
        _sources);

    private static void Add(Dictionary<ObservedName, SortedDictionary<int, double>> values, CsvRow row)
    {
        var name = new ObservedName(row.Text("series"), row.Text("nationality"));
        foreach (var column in new[] { "series", "nationality" }.Where(c => row.Text(c).Length == 0))
        {
            row.Report(column, $"the cell is empty; name the {column}");
        }

        if (!CalendarMonth.TryParse(row.Text("month"), out var month))
        {
            row.Report("month", $"'{row.Text("month")}' is not a month; write yyyy-MM");
        }

        var value = row.Number("value", 0);
        if (!values.TryGetValue(name, out var months))
        {
            values.Add(name, months = []);
        }

        if (!months.TryAdd(month, value))
        {
            row.Report("month", $"{name} in {row.Text("month")} stands twice; remove one row");
        }
    }
}
