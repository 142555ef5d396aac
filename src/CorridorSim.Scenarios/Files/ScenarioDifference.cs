using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>What differs between two scenarios, in words.</summary>
public static class ScenarioDifference
{
    private static readonly string[] Identity = ["id", "title", "description", "extends"];

    /// <summary>A scenario or sweep without its identity and its words: what is left determines numbers.</summary>
    public static YamlMap WithoutWords(YamlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map with { Entries = [.. map.Entries.Where(e => !Identity.Contains(e.Key.Text))] };
    }

    /// <summary>
    /// One sentence per thing that was added, removed or changed, in order of path; identity and words are left out. A provision
    /// or condition that only one has is one thing; in one that both have, each value is.
    /// </summary>
    /// <param name="parent">The scenario that is extended, with everything it inherits.</param>
    /// <param name="child">The scenario, with everything it inherits.</param>
    public static IReadOnlyList<string> Describe(YamlMap parent, YamlMap child) =>
        [.. Keys(parent, child).Except(Identity).SelectMany(key => Compare(key, parent[key], child[key]))];

    private static IEnumerable<string> Compare(string path, YamlItem? before, YamlItem? after)
    {
        if (IsSplit(before, after))
        {
            var (old, now) = (before as YamlMap, after as YamlMap);
            return Keys(old, now).SelectMany(key => Compare($"{path}.{key}", old?[key], now?[key]));
        }

        return (before is null ? null : Words(before), after is null ? null : Words(after)) switch
        {
            (null, { } words) => [$"adds {path}: {words}"],
            ({ } words, null) => [$"removes {path}, which was {words}"],
            var (old, now) when old != now => [$"changes {path} from {old} to {now}"],
            _ => [],
        };
    }

    private static bool IsSplit(YamlItem? before, YamlItem? after) => (before, after) switch
    {
        (YamlMap old, YamlMap now) => !IsSized(old) && !IsSized(now),
        (YamlMap only, null) => !IsOneThing(only),
        (null, YamlMap only) => !IsOneThing(only),
        _ => false,
    };

    private static bool IsOneThing(YamlMap map) => IsSized(map) || map["lever"] is not null || map["indicator"] is not null;

    private static bool IsSized(YamlMap map) => map["value"] is not null;

    private static IEnumerable<string> Keys(YamlMap? before, YamlMap? after) =>
        new[] { before, after }.OfType<YamlMap>().SelectMany(m => m.Entries).Select(e => e.Key.Text).Distinct().Order(StringComparer.Ordinal);

    private static string Words(YamlItem item) => item switch
    {
        YamlText text => text.Text,
        YamlList list => $"[{string.Join(", ", list.Items.Select(Words))}]",
        YamlMap map when map["value"] is { } value => $"{Words(value)} ({Parts(map.Entries.Where(e => e.Key.Text != "value"))})",
        YamlMap map => Parts(map.Entries),
        _ => throw new InvalidOperationException($"Unknown YAML item '{item}'."),
    };

    private static string Parts(IEnumerable<YamlEntry> entries) => string.Join(", ", entries.Select(e => $"{e.Key.Text} {Words(e.Value)}"));
}
