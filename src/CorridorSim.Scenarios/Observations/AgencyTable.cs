using System.Globalization;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Observations;

/// <summary>A count that an agency published, in the form of the record.</summary>
/// <param name="Name">What was counted.</param>
/// <param name="Month">Month, see <see cref="CalendarMonth"/>.</param>
/// <param name="Value">Persons or events.</param>
/// <param name="Source">Who counted.</param>
public sealed record AgencyCount(ObservedName Name, int Month, double Value, string Source);

/// <summary>
/// Monthly tables as agencies publish them: CBP a row per month, citizenship and place with its count, Panama's SNM a row per
/// nationality and a column per month of one year, Mexico's INM the same with the year in a column.
/// </summary>
public static class AgencyTable
{
    private static readonly string[] EnglishMonths = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] SpanishMonths = ["ENE", "FEB", "MAR", "ABR", "MAY", "JUN", "JUL", "AGO", "SEP", "OCT", "NOV", "DIC"];

    private const string NamesFile = "agency-names.csv";
    private const string Others = "OTH";

    /// <summary>Agencies whose tables are read.</summary>
    public static IReadOnlyList<string> Agencies { get; } = ["cbp", "snm", "inm"];

    /// <summary>Reads a table.</summary>
    /// <param name="agency">One of <see cref="Agencies"/>.</param>
    /// <param name="path">Path of the file, comma-separated.</param>
    /// <param name="year">Year of a table of SNM, which does not say it; ignored otherwise.</param>
    /// <param name="record">Path of the record; <c>agency-names.csv</c> beside it says which nationality a name of an agency means.</param>
    /// <param name="bag">Receives what is wrong.</param>
    public static IReadOnlyList<AgencyCount> Read(string agency, string path, int year, string record, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(bag);
        var names = Names(Path.Combine(Path.GetDirectoryName(record) ?? string.Empty, NamesFile), bag);
        var counts = agency switch
        {
            "cbp" => Cbp(path, names, bag),
            "snm" => Wide(path, "irregular-entries:COL>PAN", "Panama National Migration Service", _ => year, names, bag),
            "inm" => Wide(path, "transit-detections:MEX", "Migration Policy Unit of Mexico", r => (int)r.Number("Año", DateText.FirstYear, DateText.LastYear), names, bag),
            _ => throw new ArgumentException($"no table of '{agency}' is read", nameof(agency)),
        };
        // Agencies split counts further than the record does: by family, sector, office.
        return [.. counts.GroupBy(c => (c.Name, c.Month)).Select(g => g.First() with { Value = g.Sum(c => c.Value) })];
    }

    /// <summary>Fiscal years begin in October: October of fiscal 2024 is that of 2023.</summary>
    private static List<AgencyCount> Cbp(string path, Dictionary<string, string> names, DiagnosticBag bag)
    {
        var counts = new List<AgencyCount>();
        foreach (var row in CsvTable.Read(path, path, ["Fiscal Year", "Month (abbv)", "Component", "Land Border Region", "Citizenship", "Encounter Count"], bag).Rows)
        {
            var month = Array.IndexOf(EnglishMonths, row.Text("Month (abbv)").ToUpperInvariant());
            if (month < 0)
            {
                row.Report("Month (abbv)", $"'{row.Text("Month (abbv)")}' is no month such as OCT");
                continue;
            }

            if (row.Text("Land Border Region") != "Southwest Land Border")
            {
                continue;
            }

            // The year that is not over yet is written "2024 (FYTD)".
            if (!int.TryParse(row.Text("Fiscal Year").Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < DateText.FirstYear or > DateText.LastYear)
            {
                row.Report("Fiscal Year", $"'{row.Text("Fiscal Year")}' is no fiscal year such as 2024");
                continue;
            }

            var calendar = CalendarMonth.Of(month >= 9 ? year - 1 : year, month + 1);
            var series = row.Text("Component").Contains("Border Patrol", StringComparison.Ordinal) ? "encounters-between-ports:MEX>USA" : "encounters-at-ports:MEX>USA";
            var value = row.Number("Encounter Count", 0);
            foreach (var nationality in new[] { Code(row, "Citizenship", names), "ALL" })
            {
                counts.Add(new AgencyCount(new ObservedName(series, nationality), calendar, value, "US CBP"));
            }
        }

        return counts;
    }

    private static List<AgencyCount> Wide(string path, string series, string source, Func<CsvRow, int> yearOf, Dictionary<string, string> names, DiagnosticBag bag)
    {
        var table = CsvTable.Read(path, path, ["País"], bag);
        var counts = new List<AgencyCount>();
        foreach (var row in table.Rows)
        {
            for (var month = 0; month < SpanishMonths.Length; month++)
            {
                var column = table.Columns.FirstOrDefault(c => c.StartsWith(SpanishMonths[month], StringComparison.OrdinalIgnoreCase));
                if (column is not null && row.Text(column).Length > 0)
                {
                    counts.Add(new AgencyCount(new ObservedName(series, Code(row, "País", names)), CalendarMonth.Of(yearOf(row), month + 1), row.Number(column, 0), source));
                }
            }
        }

        return counts;
    }

    /// <summary>Names of agencies, in any case, with the nationality of the record that each means.</summary>
    private static Dictionary<string, string> Names(string path, DiagnosticBag bag)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in CsvTable.Read(path, path, ["name", "nationality"], bag).Rows)
        {
            if (!names.TryAdd(row.Text("name"), row.Text("nationality")))
            {
                row.Report("name", $"the name '{row.Text("name")}' stands twice; remove one");
            }
        }

        return names;
    }

    private static string Code(CsvRow row, string column, Dictionary<string, string> names) => names.GetValueOrDefault(row.Text(column), Others);
}
