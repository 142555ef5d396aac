using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>A mapping, in the order of the file.</summary>
public sealed record YamlMap(string File, int Line, int Column, IReadOnlyList<YamlEntry> Entries) : YamlItem(File, Line, Column)
{
    /// <summary>The value of a key, or null.</summary>
    public YamlItem? this[string key] => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;

    /// <summary>The entries that state a number: its value or its distribution, of which a mapping holds one.</summary>
    public IEnumerable<YamlEntry> Statements => Entries.Where(IsStatement);

    /// <summary>
    /// This mapping with the entries of a child laid over it, key by key; a value of null removes the key, and a number that the
    /// child states in one way takes the place of the same number stated in another.
    /// </summary>
    public YamlMap With(YamlMap child)
    {
        ArgumentNullException.ThrowIfNull(child);
        var isStated = child.Statements.Any();
        var entries = Entries.Where(e => !isStated || !IsStatement(e) || child[e.Key.Text] is not null).ToList();
        foreach (var entry in child.Entries)
        {
            var index = entries.FindIndex(e => e.Key.Text == entry.Key.Text);
            if (entry.Value is YamlText { Text: "null" or "~" or "" })
            {
                entries.RemoveAll(e => e.Key.Text == entry.Key.Text);
            }
            else if (index < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[index] = entries[index].Value is YamlMap below && entry.Value is YamlMap above
                    ? entry with { Value = below.With(above) }
                    : entry;
            }
        }

        return new YamlMap(child.File, child.Line, child.Column, entries);
    }

    // What is named by the writer, such as an agreement, may be called the same but is a mapping.
    private static bool IsStatement(YamlEntry entry) => entry.Key.Text == "value"
        ? entry.Value is YamlText { Text: not ("null" or "~" or "") }
        : entry.Value is YamlList && DistributionText.Families.ContainsKey(entry.Key.Text);
}
