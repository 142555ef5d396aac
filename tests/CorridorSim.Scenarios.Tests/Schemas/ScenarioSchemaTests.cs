using System.Text.Json;
using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Schemas;
using CorridorSim.Scenarios.Suites;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Schemas;

public sealed class ScenarioSchemaTests
{
    public static TheoryData<string> Kinds => [.. FileKind.All.Select(k => k.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Documentation_holds_the_keys_of_each_kind_of_file_as_the_program_prints_them(string kind)
    {
        var pages = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(File.ReadAllText)).ReplaceLineEndings("\n");

        Assert.All(FileKind.All.Single(k => k.Name == kind).Tables(), table => Assert.Contains($"{table}\n\n", pages, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("compare", "*.compare.yaml")]
    [InlineData("sweep", "*.sweep.yaml")]
    [InlineData("optimise", "*.optimise.yaml")]
    [InlineData("calibration", "*.calibration.yaml")]
    [InlineData("suite", "*.suite.yaml")]
    public void Schema_takes_what_ships(string kind, string pattern)
    {
        var schema = JsonNode.Parse(FileKind.All.Single(k => k.Name == kind).Schema())!.AsObject();
        string[] files = [.. Directory.EnumerateFiles(Repository.Scenarios, pattern)];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(Unknown(YamlReader.Read(file, Path.GetFileName(file), new DiagnosticBag())!, schema, string.Empty)));
    }

    [Fact]
    public void Schema_takes_the_shipped_scenarios_down_to_their_clauses()
    {
        var schema = JsonNode.Parse(ScenarioSchema.Write())!.AsObject();
        var clauses = schema["$defs"]!["provision"]!["allOf"]!.AsArray().ToDictionary(
            r => r!["if"]!["properties"]!["lever"]!["const"]!.GetValue<string>(), r => r!["then"]!.AsObject());
        string[] files = [.. Directory.EnumerateFiles(Repository.Scenarios, "*.yaml").Where(f => Path.GetFileName(f).Split('.').Length == 2)];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(Unknown(YamlReader.Read(file, Path.GetFileName(file), new DiagnosticBag())!, schema, string.Empty, clauses)));
    }

    [Fact]
    public void Schema_describes_every_lever_with_its_subjects_size_and_bounds()
    {
        using var schema = JsonDocument.Parse(ScenarioSchema.Write());
        var rules = schema.RootElement.GetProperty("$defs").GetProperty("provision").GetProperty("allOf").EnumerateArray().ToArray();

        Assert.Equal(LeverTable.All.Count, rules.Length);
        foreach (var rule in rules)
        {
            var name = rule.GetProperty("if").GetProperty("properties").GetProperty("lever").GetProperty("const").GetString()!;
            var lever = LeverTable.All[name];
            var keys = rule.GetProperty("then").GetProperty("properties");
            var size = keys.GetProperty(lever.SizeKey).GetProperty("anyOf")[0];
            Assert.Equal(lever.Minimum, size.GetProperty("minimum").GetDouble());
            Assert.Equal(lever.Maximum, size.GetProperty("maximum").GetDouble());
            Assert.All(lever.SubjectKeys, s => Assert.True(keys.TryGetProperty(s, out _)));
        }
    }

    [Fact]
    public void Schema_bounds_replicates_as_validation_does()
    {
        using var schema = JsonDocument.Parse(ScenarioSchema.Write());
        var replicates = schema.RootElement.GetProperty("properties").GetProperty("ensemble").GetProperty("properties").GetProperty("replicates");

        Assert.Equal(1, replicates.GetProperty("minimum").GetDouble());
        Assert.Equal(10_000, replicates.GetProperty("maximum").GetDouble());
    }

    [Fact]
    public void Schema_of_suites_knows_every_key_of_the_shipped_ones()
    {
        using var schema = JsonDocument.Parse(KeyTable.Write(SuiteKeys.All, "suite"));
        var known = schema.RootElement.GetProperty("properties").GetProperty("experiments").GetProperty("additionalProperties").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToHashSet();
        var used = Directory.EnumerateFiles(Repository.Scenarios, "*.suite.yaml").SelectMany(File.ReadLines)
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ' && l.Contains(':', StringComparison.Ordinal)).Select(l => l.Trim().Split(':')[0]).Distinct().ToArray();

        Assert.Contains("treated", used);
        Assert.Empty(used.Except(known));
    }

    [Fact]
    public void Schema_of_calibrations_knows_every_key_of_the_shipped_ones_and_its_bounds()
    {
        using var schema = JsonDocument.Parse(KeyTable.Write(CalibrationKeys.All, "calibration"));
        var keys = schema.RootElement.GetProperty("properties");
        var bag = new DiagnosticBag();

        foreach (var file in Directory.EnumerateFiles(Repository.Scenarios, "*.calibration.yaml"))
        {
            var map = YamlReader.Read(file, file, bag)!;
            Assert.All(map.Entries, e => Assert.True(keys.TryGetProperty(e.Key.Text, out _), e.Key.Text));
            Assert.All(((YamlMap)map["ensemble"]!).Entries, e => Assert.True(keys.GetProperty("ensemble").GetProperty("properties").TryGetProperty(e.Key.Text, out _), e.Key.Text));
        }

        Assert.Empty(bag.Sorted);
        var members = keys.GetProperty("ensemble").GetProperty("properties").GetProperty("members");
        Assert.Equal((3, 4096), (members.GetProperty("minimum").GetInt32(), members.GetProperty("maximum").GetInt32()));
    }

    /// <summary>Keys that a schema does not know, by path, and keys that it demands and a file lacks.</summary>
    private static IEnumerable<string> Unknown(YamlMap map, JsonObject schema, string path, IReadOnlyDictionary<string, JsonObject>? clauses = null)
    {
        if (schema["$ref"] is not null)
        {
            return (map["lever"] as YamlText)?.Text is { } lever ? Unknown(map, clauses![lever], path, clauses) : [];
        }

        if (schema["anyOf"] is JsonArray kinds)
        {
            return kinds.Select(k => Unknown(map, k!.AsObject(), path, clauses).ToArray()).MinBy(u => u.Length)!;
        }

        var lacking = schema["required"]?.AsArray().Select(r => r!.GetValue<string>()).Where(r => map[r] is null).Select(r => $"{path}{r} is missing") ?? [];
        return
        [
            .. lacking,
            .. map.Entries.SelectMany(e => (schema["properties"]?[e.Key.Text] ?? schema["additionalProperties"]) is not JsonObject inner ? [$"{path}{e.Key.Text} is unknown"]
                : e.Value is YamlMap child ? Unknown(child, inner, $"{path}{e.Key.Text}.", clauses)
                : []),
        ];
    }
}
