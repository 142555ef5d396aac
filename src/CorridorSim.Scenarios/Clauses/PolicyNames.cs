using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>Finds what a path means that begins with the name of an agreement, a clause or a measure instead of the outermost key.</summary>
internal static class PolicyNames
{
    /// <summary>The path from the beginning; null when the first key names nothing of the kind.</summary>
    /// <param name="map">The scenario with everything it inherits.</param>
    /// <param name="keys">The keys that were given.</param>
    public static string? Complete(YamlMap map, string[] keys)
    {
        if (map[keys[0]] is not null)
        {
            return null;
        }

        foreach (var (owner, clauses) in Owners(map))
        {
            // The name of the owner, and a key that one of its clauses has.
            if (owner.EndsWith($".{keys[0]}", StringComparison.Ordinal))
            {
                string[] rest = keys[1..];
                var clause = rest.Length == 0 ? null : clauses.Entries.FirstOrDefault(c => c.Value is YamlMap clause && clause[rest[0]] is not null);
                return Join([owner, .. clause is null ? [] : new[] { clause.Key.Text }, .. rest]);
            }

            if (clauses[keys[0]] is YamlMap)
            {
                return Join([owner, .. keys]);
            }
        }

        return null;
    }

    private static IEnumerable<(string Path, YamlMap Clauses)> Owners(YamlMap map)
    {
        foreach (var (kind, within) in new[] { (CommonKeys.Agreements, CommonKeys.Provisions), (CommonKeys.Measures, null) })
        {
            foreach (var entry in (map[kind] as YamlMap)?.Entries ?? [])
            {
                if (entry.Value is YamlMap owner && (within is null ? owner : owner[within]) is YamlMap clauses)
                {
                    yield return ($"{kind}.{entry.Key.Text}", clauses);
                }
            }
        }
    }

    private static string Join(IEnumerable<string> keys) => string.Join('.', keys);
}
