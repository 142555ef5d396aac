using System.Text.Json;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Schemas;

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
            Assert.All(lever.Subjects, s => Assert.True(keys.TryGetProperty(s.TrimEnd('?'), out _)));
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
    public void Documentation_lists_every_lever_with_its_size_key_unit_and_bounds()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Scenarios, "..", "docs", "scenario-format.md"));

        foreach (var lever in LeverTable.All.Values)
        {
            var subjects = string.Join(", ", lever.Subjects.Select(s => s.EndsWith('?') ? s.TrimEnd('?') + " (optional)" : s));
            var row = FormattableString.Invariant($"| {lever.Name} | {lever.Meaning} | {subjects} | {lever.SizeKey} | {lever.Unit} | {lever.Minimum} to {lever.Maximum} | {lever.Combination.ToString().ToLowerInvariant()} |");
            Assert.Contains(row, text, StringComparison.Ordinal);
        }
    }
}
