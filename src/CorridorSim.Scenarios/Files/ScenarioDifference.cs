using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>What differs between two scenarios, in words.</summary>
public static class ScenarioDifference
{
    /// <summary>One sentence per key that was added, removed or changed, in order of path; identity and words are left out.</summary>
    /// <param name="parent">The scenario that is extended, with everything it inherits.</param>
    /// <param name="child">The scenario, with everything it inherits.</param>
    public static IReadOnlyList<string> Describe(YamlMap parent, YamlMap child)
    {
        var (before, after) = (Flatten(parent), Flatten(child));
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
                .Select(path => Sentence(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path))),
        ];
    }

    private static string Sentence(string path, string? before, string? after) => (before, after) switch
    {
        (null, _) => $"adds {path}: {after}",
        (_, null) => $"removes {path}, which was {before}",
        _ => $"changes {path} from {before} to {after}",
    };

    private static Dictionary<string, string> Flatten(YamlMap map)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries.Where(e => e.Key.Text is not ("id" or "title" or "description" or "extends")))
        {
            Flatten(entry.Key.Text, entry.Value, values);
        }

        return values;
    }

    private static void Flatten(string path, YamlItem item, Dictionary<string, string> values)
    {
        if (item is YamlMap map)
        {
            foreach (var entry in map.Entries)
            {
                Flatten($"{path}.{entry.Key.Text}", entry.Value, values);
            }

            return;
        }

        values[path] = Words(item);
    }

    private static string Words(YamlItem item) => item switch
    {
        YamlText text => text.Text,
        YamlList list => $"[{string.Join(", ", list.Items.Select(Words))}]",
        _ => "a mapping",
    };
}
