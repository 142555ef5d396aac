using CorridorSim.Model.Inputs;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>The tables of a world folder and the columns each must have.</summary>
internal sealed class WorldTables
{
    private static readonly (string Name, string Columns)[] Known =
    [
        ("sources", "id,basis,citation"),
        ("countries", "code,name,latitude,longitude,source,confidence"),
        ("figures", "country,figure,value,unit,year,source,confidence"),
        ("nationalities", "code,home"),
        ("communities", "country,nationality,persons,kind,source,confidence"),
        ("diasporas", "country,nationality,persons,source,confidence"),
        ("places", "id,country"),
        ("legs", "id,from,to,days,cost-kusd,deaths-per-10000,detection,give-up-share,stay-share,headline,source,confidence"),
        ("borders", "id,destination,waiting-place,deaths-per-10000,return-acceptance,port-places,source,confidence"),
        ("regimes", "border,nationality,evasion,expulsion-share,return-share,release-share,retry-share,removal-rate,neighbour-accepts,port-slots,port-access,source,confidence"),
        ("routes", "id,border,legs,dread,source,confidence"),
        ("route-users", "route,nationality,start-flow,visa-required,source,confidence"),
        ("entries", "route,country,nationality,place,access-days,access-cost-kusd,source,confidence"),
        ("channels", "id,country,kind,status,appeal,approval-share,decision-months,withdrawal-rate,fee-kusd,places,residence,nationalities,source,confidence"),
        ("parameters", "path,meaning,unit,value,distribution,minimum,maximum,source,confidence"),
    ];

    /// <summary>A world may be without these.</summary>
    private static readonly (string Name, string Columns)[] Optional =
    [
        ("backlogs", "channel,nationality,persons,wait-months,source,confidence"),
        ("transit-returns", "country,nationality,share,source,confidence"),
        ("procedures", "id,country,staff,output,training-months,follow-months,reopened,appeal-share,appeal-months,appeal-allowed,return-rate,source,confidence"),
        ("claimants", "procedure,nationality,waiting,grant-share,withdrawal,implicit-withdrawal,source,confidence"),
        ("ways", "id,procedure,uptake,growth,replaced-by,replaced-share,season,source,confidence"),
        ("way-users", "way,nationality,persons-per-month,source,confidence"),
    ];

    // For whoever reads the table.
    private const string Note = "note";

    private static readonly Dictionary<string, string[]> OptionalColumns = new()
    {
        ["nationalities"] = [.. ColumnsOf<Nationality>()],
        ["countries"] = [.. ColumnsOf<Country>()],
        ["channels"] = ["intake", "season", "weights", .. ColumnsOf<Channel>()],
        ["legs"] = ["counted-as", "season-january", "season-april", .. ColumnsOf<Leg>()],
        ["borders"] = [.. ColumnsOf<Border>()],
        ["regimes"] = [.. ColumnsOf<BorderRegime>()],
        ["route-users"] = ["counted-at", .. ColumnsOf<RouteUser>()],
        ["procedures"] = [.. ColumnsOf<Procedure>()],
        ["claimants"] = [.. ColumnsOf<ProcedureNational>()],
        ["ways"] = [.. ColumnsOf<ClaimWay>()],
    };

    private static readonly (string Table, string Key)[] Keys =
    [
        ("countries", "code"), ("nationalities", "code"), ("places", "id"), ("legs", "id"),
        ("borders", "id"), ("routes", "id"), ("channels", "id"), ("procedures", "id"), ("ways", "id"), ("parameters", "path"),
    ];

    private readonly Dictionary<string, CsvTable> _tables = [];

    public WorldTables(string folder, DiagnosticBag bag)
    {
        var name = new DirectoryInfo(folder).Name;
        foreach (var (table, columns) in Known)
        {
            _tables.Add(table, Read(Path.Combine(folder, table + ".csv"), $"{name}/{table}.csv", table, columns, bag));
        }

        foreach (var (table, columns) in Optional)
        {
            var path = Path.Combine(folder, table + ".csv");
            _tables.Add(table, File.Exists(path) ? Read(path, $"{name}/{table}.csv", table, columns, bag) : CsvTable.Empty($"{name}/{table}.csv", bag));
        }
    }

    private static IEnumerable<string> ColumnsOf<T>()
        where T : IInputOwner<T> => T.OptionalInputs.Where(i => i.IsColumn).Select(i => i.Name);

    private static CsvTable Read(string path, string file, string table, string columns, DiagnosticBag bag)
    {
        string[] names = columns.Split(',');
        var read = CsvTable.Read(path, file, names, bag);
        read.AllowColumns([.. names, .. OptionalColumns.GetValueOrDefault(table, []), Note]);
        read.Sort();
        return read;
    }

    /// <summary>Reports identifiers outside their alphabet, and rows that repeat the identifier of an earlier one.</summary>
    public void CheckIdentifiers()
    {
        foreach (var (table, key) in Keys)
        {
            foreach (var row in _tables[table].Rows.Where(_ => key != "path"))
            {
                if (IdentifierText.RowComplaint(row.Text(key)) is { } complaint)
                {
                    row.Report(key, complaint);
                }
            }

            foreach (var row in _tables[table].Rows.GroupBy(r => r.Text(key)).SelectMany(g => g.Skip(1)))
            {
                row.Report(key, $"'{row.Text(key)}' stands twice; give each row its own {key}");
            }
        }
    }

    public CsvTable this[string table] => _tables[table];
}
