using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Observations;

/// <summary>
/// The observation operator of a world: the table <c>observed-series.csv</c> says which series of the model an observed one is
/// held against. An observed series that has no row is held against the model's series of the same name.
/// </summary>
public sealed class ObservationMap
{
    private const string Table = "observed-series.csv";
    private const double UsualError = 0.5;

    private static readonly string[] Columns = ["series", "nationality", "variable", "where", "nationalities", "error"];

    private readonly Dictionary<ObservedName, ObservedSeries> _rows = [];
    private readonly HashSet<SeriesKey> _measured;

    private ObservationMap(IEnumerable<SeriesKey> measured) => _measured = [.. measured];

    /// <summary>Reads the table of the world of a scenario.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="bag">Receives what is wrong: rows that name no series of the model.</param>
    public static ObservationMap Of(CompiledScenario compiled, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var plan = BlockPlan.Compile(compiled.Experiment with { Recorded = null });
        return Read(compiled.World.Folder, plan.AllSeries.Select(s => s.Key), bag);
    }

    /// <summary>Reads the table of a world; a world without one gives the names as they are.</summary>
    /// <param name="folder">Folder of the world.</param>
    /// <param name="measured">Series that the model measures.</param>
    /// <param name="bag">Receives what is wrong: rows that name no series of the model.</param>
    public static ObservationMap Read(string folder, IEnumerable<SeriesKey> measured, DiagnosticBag bag)
    {
        var map = new ObservationMap(measured);
        var path = Path.Combine(folder, Table);
        if (File.Exists(path))
        {
            foreach (var row in CsvTable.Read(path, $"{new DirectoryInfo(folder).Name}/{Table}", Columns, bag).Rows)
            {
                map.Add(row);
            }
        }

        return map;
    }

    /// <summary>What corresponds to an observed series; null when the model measures nothing of the kind.</summary>
    public ObservedSeries? Find(ObservedName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_rows.TryGetValue(name, out var row))
        {
            return row;
        }

        var colon = name.Series.IndexOf(':', StringComparison.Ordinal);
        var key = colon < 0
            ? new SeriesKey(name.Series, string.Empty, name.Nationality)
            : new SeriesKey(name.Series[..colon], name.Series[(colon + 1)..], name.Nationality);
        return _measured.Contains(key) ? new ObservedSeries(name, [key], UsualError) : null;
    }

    private void Add(CsvRow row)
    {
        var name = new ObservedName(row.Text("series"), row.Text("nationality"));
        SeriesKey[] keys =
        [
            .. row.Words("where").SelectMany(where => row.Words("nationalities").Select(n => new SeriesKey(row.Text("variable"), where, n))).OrderBy(k => k.ToString(), StringComparer.Ordinal),
        ];
        var unknown = keys.Where(k => !_measured.Contains(k)).ToArray();
        if (keys.Length == 0 || unknown.Length > 0)
        {
            row.Report("variable", keys.Length == 0
                ? "the row names no place or no nationality; fill 'where' and 'nationalities' (ALL for all)"
                : $"the model measures no '{unknown[0]}'{Suggestion.For(unknown[0].ToString(), _measured.Select(k => k.ToString()))}");
        }

        if (row.Text("starts-as") is not ("" or "pace"))
        {
            row.Report("starts-as", $"'{row.Text("starts-as")}' is not known; write pace for persons a month, or leave the cell empty for the level or the total");
        }

        if (row.Text("state") is not ("" or "yes" or "no"))
        {
            row.Report("state", $"'{row.Text("state")}' is neither yes nor no; write no for a count that does not set the state of a forecast");
        }

        if (!_rows.TryAdd(name, new ObservedSeries(name, keys, row.Number("error", 0.01, 5), row.Text("state") != "no", row.Text("model-share").Length == 0 ? null : row.Number("model-share", 0, 1))
        {
            Inflows = row.Words("inflows"),
            Outflows = row.Words("outflows"),
            Starts = row.Text("starts"),
            StartsAsPace = row.Text("starts-as") == "pace",
        }))
        {
            row.Report("series", $"{name} stands twice; remove one row");
        }
    }
}
