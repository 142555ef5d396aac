using System.Globalization;
using System.Text;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Sweeps;
using CorridorSim.Scenarios.Tests.Worlds;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>Each limit of docs/operations.md that files can reach: what lies at it is taken, what lies above it is refused by name.</summary>
public sealed class LimitTests : IDisposable
{
    private const string Head = "corridorsim: 1\nid: limit\nworld: worlds/americas\n";

    private static readonly WorldDraft Americas = WorldFolder.Load(WorldCopy.Americas(), new DiagnosticBag())!;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"corridorsim-limit-{Guid.NewGuid():N}.yaml");

    /// <inheritdoc/>
    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void A_scenario_file_has_at_most_a_million_bytes(int bytes, bool isTaken)
    {
        var text = Head + "horizon: { from: 2021-01, to: 2021-12 }\n#";
        File.WriteAllText(_file, text + new string('x', bytes - Encoding.UTF8.GetByteCount(text)));
        var bag = new DiagnosticBag();

        Assert.Equal(isTaken, YamlReader.Read(_file, "limit.yaml", bag) is not null);
        AssertSays(isTaken, bag, "at most 1000000");
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Yaml_is_nested_at_most_32_levels_deep(int depth, bool isTaken)
    {
        var bag = new DiagnosticBag();

        // The root mapping is level 0 and the value of its key level 1.
        _ = YamlReader.Parse($"a: {new string('[', depth - 1)}1{new string(']', depth - 1)}", "limit.yaml", bag);

        AssertSays(isTaken, bag, "nested deeper than 32 levels");
    }

    [Theory]
    [InlineData("a: { b: 1 }\nc: { b: 1 }", true)]
    [InlineData("a: &x { b: 1 }\nc: *x", false)]
    public void Yaml_has_no_aliases(string text, bool isTaken)
    {
        var bag = new DiagnosticBag();

        _ = YamlReader.Parse(text, "limit.yaml", bag);

        AssertSays(isTaken, bag, "aliases are not allowed");
    }

    [Theory]
    [InlineData("from: 2000-01, to: 2049-12", true)]
    [InlineData("from: 2000-01, to: 2050-01", false)]
    public void A_horizon_has_at_most_600_months(string horizon, bool isTaken) =>
        AssertSays(isTaken, Read($"{Head}horizon: {{ {horizon} }}\n"), "at most 600 are allowed");

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void A_variant_has_at_most_10000_replicates(int replicates, bool isTaken) => AssertSays(
        isTaken, Read($"{Head}horizon: {{ from: 2021-01, to: 2021-12 }}\nensemble: {{ replicates: {replicates} }}\n"), "between 1 and 10000");

    [Theory]
    [InlineData(20_000, true)]
    [InlineData(20_001, false)]
    public void A_table_of_a_world_has_at_most_20000_rows(int rows, bool isTaken)
    {
        File.WriteAllText(_file, "a\n" + string.Concat(Enumerable.Repeat("1\n", rows)));
        var bag = new DiagnosticBag();

        _ = CsvTable.Read(_file, "limit.csv", ["a"], bag);

        AssertSays(isTaken, bag, "at most 20000 are allowed");
    }

    [Theory]
    [InlineData(5_000_000, true)]
    [InlineData(5_000_001, false)]
    public void A_table_of_a_world_has_at_most_5_million_bytes(int bytes, bool isTaken)
    {
        File.WriteAllText(_file, "a\n" + new string('1', bytes - 3) + "\n");
        var bag = new DiagnosticBag();

        _ = CsvTable.Read(_file, "limit.csv", ["a"], bag);

        AssertSays(isTaken, bag, "at most 5000000 are allowed");
    }

    [Theory]
    [InlineData("places.csv")]
    [InlineData("notes-that-nobody-parses.csv")]
    public void A_table_of_two_gigabytes_is_refused_without_being_read(string table)
    {
        using var world = new WorldCopy();

        // More bytes than an array can hold, and none on the disk: the file is nothing but a hole.
        world.Stretch(table, 2_200_000_000);
        var (draft, diagnostics) = world.Load();

        Assert.Null(draft);
        var refusal = Assert.Single(diagnostics);
        Assert.EndsWith($"/{table}", refusal.File, StringComparison.Ordinal);
        Assert.Equal("the file has 2200000000 bytes; at most 5000000 are allowed", refusal.Message);
    }

    [Theory]
    [InlineData(WorldLimits.MostCountries, true)]
    [InlineData(WorldLimits.MostCountries + 1, false)]
    public void A_world_has_at_most_so_many_countries(int countries, bool isTaken)
    {
        var bag = new DiagnosticBag();

        Assert.Equal(isTaken, WorldLimits.Allow(countries, 1, bag));
        AssertSays(isTaken, bag, $"at most {WorldLimits.MostCountries} are allowed");
    }

    [Theory]
    [InlineData(WorldLimits.MostCommunities, true)]
    [InlineData(WorldLimits.MostCommunities + 1, false)]
    public void A_world_has_at_most_so_many_communities(int communities, bool isTaken)
    {
        var bag = new DiagnosticBag();

        Assert.Equal(isTaken, WorldLimits.Allow(1, communities, bag));
        AssertSays(isTaken, bag, $"at most {WorldLimits.MostCommunities} are allowed");
    }

    [Fact]
    public void A_world_with_too_many_countries_is_refused_as_it_is_read()
    {
        using var world = new WorldCopy();
        var header = File.ReadLines(Path.Combine(WorldCopy.Americas(), "countries.csv")).First(l => !l.StartsWith('#'));
        var row = new string(',', header.Count(c => c == ','));
        world.Append("countries.csv", string.Concat(Enumerable.Range(0, WorldLimits.MostCountries + 1).Select(i => $"{Code(i)}{row}\n")));

        var (draft, diagnostics) = world.Load();

        Assert.Null(draft);
        Assert.Contains(diagnostics, d => d.Message.Contains($"at most {WorldLimits.MostCountries} are allowed", StringComparison.Ordinal));
    }

    private static string Code(int i) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + (i / 676))}{(char)('A' + (i / 26 % 26))}{(char)('A' + (i % 26))}");

    private static DiagnosticBag Read(string text)
    {
        var bag = new DiagnosticBag();
        _ = ScenarioReader.Read(YamlReader.Parse(text, "limit.yaml", bag)!, Americas, bag);
        return bag;
    }

    private static void AssertSays(bool isTaken, DiagnosticBag bag, string words) =>
        Assert.Equal(isTaken, !bag.Sorted.Any(d => d.Message.Contains(words, StringComparison.Ordinal)));
}
