using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Worlds;

/// <summary>What holds for every world that is shipped: it loads, and no figure stands without its source.</summary>
public sealed class ShippedWorldTests
{
    public static TheoryData<string> Worlds { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Scenarios, "worlds")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Every_figure_has_a_source_a_confidence_and_a_value_within_its_bounds(string name)
    {
        var bag = new DiagnosticBag();

        var world = WorldFolder.Load(Folder(name), bag);

        Assert.Empty(bag.Sorted);
        foreach (var slot in world!.Slots.Slots)
        {
            Assert.False(string.IsNullOrWhiteSpace(slot.Source), slot.Path);
            Assert.False(string.IsNullOrWhiteSpace(slot.Meaning), slot.Path);
            Assert.False(string.IsNullOrWhiteSpace(slot.Unit), slot.Path);
            Assert.True(slot.Confidence is "high" or "medium" or "low", slot.Path);
            Assert.InRange(slot.Value.Central, slot.Minimum, slot.Maximum);
            Assert.True(slot.Value.Kind != DistributionKind.Sample, slot.Path);
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public void Every_row_of_a_table_with_figures_names_a_source_that_is_cited(string name)
    {
        var sources = Rows(name, "sources.csv").Select(r => r.Split(',')[0]).ToHashSet();

        foreach (var table in Directory.EnumerateFiles(Folder(name), "*.csv").Select(f => Path.GetFileName(f)!).Where(HoldsFigures))
        {
            foreach (var row in Rows(name, table))
            {
                var cells = row.Split(',');
                Assert.True(sources.Contains(cells[^2]), $"{table}: {row}");
                Assert.True(cells[^1] is "high" or "medium" or "low", $"{table}: {row}");
            }
        }
    }

    [Theory]
    [InlineData("observations.csv")]
    [InlineData("legal-observations.csv")]
    public void The_record_of_the_Americas_ends_with_2023_and_names_the_source_of_every_month(string file)
    {
        var bag = new DiagnosticBag();
        var path = Path.Combine(Folder("americas"), file);

        var table = ObservationTable.Read(path, file, bag)!;
        var rows = File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Skip(1).ToArray();

        Assert.Empty(bag.Sorted);
        Assert.Equal(CalendarMonth.Parse("2023-12"), table.Names.Max(n => table.Span(n).Last));
        Assert.All(rows, r => Assert.True(r.Split(',', 5) is { Length: 5 } cells && cells[4].Length > 3, r));
    }

    // Published totals of 2021 to 2023: whoever adds or mends rows sees when a month is lost or counted twice.
    [Theory]
    [InlineData("encounters-between-ports:MEX>USA", 6_331_739)]
    [InlineData("encounters-at-ports:MEX>USA", 824_831)]
    [InlineData("irregular-entries:COL>PAN", 902_095)]
    [InlineData("irregular-entries:NIC>HND", 751_491)]
    [InlineData("transit-detections:MEX", 1_530_008)]
    public void The_record_of_the_Americas_adds_up_to_what_was_published(string series, double total)
    {
        var table = ObservationTable.Read(Path.Combine(Folder("americas"), "observations.csv"), "observations.csv", new DiagnosticBag())!;

        Assert.Equal(total, table.Values(new ObservedName(series, "ALL"), CalendarMonth.Parse("2021-01"), 36).Sum());
    }

    /// <summary>Not names, not what a calibration drew or is held against: the record names its sources in columns of its own.</summary>
    private static bool HoldsFigures(string table) =>
        table is not ("sources.csv" or "nationalities.csv" or "places.csv" or "observed-series.csv" or "observations.csv" or "legal-observations.csv" or "forecast-errors.csv" or "evidence.csv" or "agency-names.csv")
        && !table.StartsWith("posterior", StringComparison.Ordinal);

    private static string Folder(string name) => Path.Combine(Repository.Scenarios, "worlds", name);

    private static IEnumerable<string> Rows(string name, string table) =>
        File.ReadLines(Path.Combine(Folder(name), table)).Skip(1).Where(l => l.Length > 0);
}
