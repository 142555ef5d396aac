using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Writing;

/// <summary>What a file has to state so that an agreement that it inherits becomes another.</summary>
internal static class PactDifference
{
    /// <summary>The keys that differ; null at those that are gone. Null when nothing differs.</summary>
    public static YamlMap? Of(YamlMap before, YamlMap after)
    {
        var entries = new List<YamlEntry>();
        foreach (var entry in after.Entries)
        {
            if (before[entry.Key.Text] is YamlMap old && entry.Value is YamlMap now && !IsNumber(old) && !IsNumber(now))
            {
                if (Of(old, now) is { } below)
                {
                    entries.Add(entry with { Value = below });
                }
            }
            else if (before[entry.Key.Text] is not { } same || !IsSame(same, entry.Value))
            {
                entries.AddRange(Replaced(before[entry.Key.Text], entry));
            }
        }

        entries.AddRange(before.Entries.Where(e => after[e.Key.Text] is null).Select(e => YamlTree.Entry(e.Key.Text, YamlTree.Text("null"))));
        return entries.Count == 0 ? null : after with { Entries = entries };
    }

    /// <summary>A number that is stated anew: what was said beside it and is gone has to be taken away.</summary>
    private static IEnumerable<YamlEntry> Replaced(YamlItem? before, YamlEntry entry)
    {
        if (before is not YamlMap old || entry.Value is not YamlMap now)
        {
            return [entry];
        }

        var gone = old.Entries.Where(e => now[e.Key.Text] is null && !old.Statements.Contains(e)).Select(e => YamlTree.Entry(e.Key.Text, YamlTree.Text("null")));
        return [entry with { Value = now with { Entries = [.. now.Entries, .. gone] } }];
    }

    private static bool IsNumber(YamlMap map) => map.Statements.Any();

    private static bool IsSame(YamlItem a, YamlItem b) => CanonicalYaml.Write(YamlTree.Map(YamlTree.Entry("x", a))) == CanonicalYaml.Write(YamlTree.Map(YamlTree.Entry("x", b)));
}
