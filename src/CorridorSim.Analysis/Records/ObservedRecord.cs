using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Records;

/// <summary>
/// What was counted of the series that a world measures: the one reader for tables, charts and reports that show the record
/// beside what is simulated. A count that is held against a sum of series belongs to no single series: see <see cref="Series"/>.
/// </summary>
public sealed class ObservedRecord
{
    /// <summary>Name of the table in the folder of a world.</summary>
    public const string FileName = "observations.csv";

    /// <summary>Months before a date and from it on whose means are compared, where nothing but the record is asked.</summary>
    public const int WindowMonths = 3;

    private readonly Dictionary<SeriesKey, ObservedName> _names = [];

    private ObservedRecord(ObservationTable table, ObservationMap map)
    {
        (Table, Map) = (table, map);
        Series = [.. table.Names.Select(map.Find).OfType<ObservedSeries>().Select(s => s with { Step = table.Step(s.Name) })];
        foreach (var series in Series.Where(s => s.Keys.Count == 1))
        {
            _ = _names.TryAdd(series.Keys[0], series.Name);
        }
    }

    /// <summary>The counts.</summary>
    public ObservationTable Table { get; }

    /// <summary>What each count is held against.</summary>
    public ObservationMap Map { get; }

    /// <summary>The counts that the model measures something like, with what they are held against, in order of the table.</summary>
    public IReadOnlyList<ObservedSeries> Series { get; }

    /// <summary>Series of the model that were counted as they are.</summary>
    public IReadOnlyCollection<SeriesKey> Keys => _names.Keys;

    /// <summary>Last month of any count, see <see cref="Model.Policy.CalendarMonth"/>.</summary>
    public int Last => Table.Names.Max(n => Table.Span(n).Last);

    /// <summary>Reads the record of the world of a scenario; null when the world has none or something is wrong with it.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static ObservedRecord? Of(CompiledScenario compiled, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(bag);
        var path = Path.Combine(compiled.World.Folder, FileName);
        if (!File.Exists(path) || ObservationTable.Read(path, FileName, bag) is not { } table)
        {
            return null;
        }

        var own = new DiagnosticBag();
        var map = ObservationMap.Of(compiled, own);
        bag.AddAll(own);
        return own.HasErrors ? null : new ObservedRecord(table, map);
    }

    /// <summary>Counts of consecutive months; not-a-number in months that were not counted.</summary>
    /// <param name="key">Series of the model.</param>
    /// <param name="first">First month.</param>
    /// <param name="months">Number of months, at least 0.</param>
    public double[] Monthly(SeriesKey key, int first, int months)
    {
        if (_names.TryGetValue(key, out var name))
        {
            return Table.Values(name, first, months);
        }

        var none = new double[months];
        Array.Fill(none, double.NaN);
        return none;
    }

    /// <summary>First and last month that were counted, both inclusive; null for a series that was not.</summary>
    public (int First, int Last)? Span(SeriesKey key) => _names.TryGetValue(key, out var name) ? Table.Span(name) : null;

    /// <summary>Who counted a series; empty when nobody did or the table does not say.</summary>
    public string Source(SeriesKey key) => _names.TryGetValue(key, out var name) ? Table.Source(name) : string.Empty;
}
