using System.Text.Json;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Schemas;
using CorridorSim.Scenarios.Suites;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Tests.Schemas;

public sealed class ScenarioSchemaTests
{
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
    public void Documentation_holds_the_table_of_levers_as_the_program_prints_it()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "..", "docs", "scenario-format.md"));

        Assert.Contains(LeverTable.ToMarkdown(), text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_holds_the_table_of_what_depends_on_the_people_moved_as_the_program_prints_it()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "..", "docs", "scenario-format.md"));

        Assert.Contains(KeyTable.ToMarkdown(CountedKeys.All), text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_holds_the_keys_of_suites_as_the_program_prints_them()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "..", "docs", "scenario-format.md"));

        Assert.Contains(KeyTable.ToMarkdown(SuiteKeys.All), text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_of_suites_knows_every_key_of_the_shipped_ones()
    {
        using var schema = JsonDocument.Parse(KeyTable.WriteSuite());
        var known = schema.RootElement.GetProperty("properties").GetProperty("experiments").GetProperty("additionalProperties").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToHashSet();
        var used = Directory.EnumerateFiles(Repository.Scenarios, "*.suite.yaml").SelectMany(File.ReadLines)
            .Where(l => l.StartsWith("    ", StringComparison.Ordinal) && l[4] != ' ' && l.Contains(':', StringComparison.Ordinal)).Select(l => l.Trim().Split(':')[0]).Distinct().ToArray();

        Assert.Contains("treated", used);
        Assert.Empty(used.Except(known));
    }

    [Fact]
    public void Documentation_holds_the_keys_of_calibrations_as_the_program_prints_them()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "..", "docs", "command-line.md"));

        Assert.Contains(KeyTable.ToMarkdown(CalibrationKeys.All), text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Schema_of_calibrations_knows_every_key_of_the_shipped_ones_and_its_bounds()
    {
        using var schema = JsonDocument.Parse(KeyTable.WriteCalibration());
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
}
