using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>A mapping, in the order of the file.</summary>
public sealed record YamlMap(string File, int Line, int Column, IReadOnlyList<YamlEntry> Entries) : YamlItem(File, Line, Column)
{
    // Ways of saying one thing: a child that says it in one takes the place of what stood in the other.
    private static readonly string[][] Alternatives = [["above", "below"], ["scale-to", "scale-by"], ["places-per-month", "places-per-year"]];

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
        var entries = Entries.Where(e => (!isStated || !IsStatement(e) || child[e.Key.Text] is not null) && !IsReplaced(e, child)).ToList();
        foreach (var entry in child.Entries)
        {
            var index = entries.FindIndex(e => e.Key.Text == entry.Key.Text);
            if (entry.Value is YamlText { IsNull: true })
            {
                entries.RemoveAll(e => e.Key.Text == entry.Key.Text);
            }
            else if (index < 0)
            {
                entries.Add(entry);
            }
            else
            {
                entries[index] = (entries[index].Value, entry.Value) switch
                {
                    (YamlMap below, YamlMap above) => entry with { Value = below.With(above) },

                    // A bare number in place of a size keeps what is said beside it: range, basis, source.
                    (YamlMap below, YamlText number) when below.Statements.Any() => entry with { Value = below.With(new YamlMap(number.File, number.Line, number.Column, [new YamlEntry(number with { Text = "value" }, number)])) },
                    _ => entry,
                };
            }
        }

        return new YamlMap(child.File, child.Line, child.Column, entries);
    }

    /// <summary>This mapping without the keys that hold nothing, at every level.</summary>
    public YamlMap WithoutNulls() => this with
    {
        Entries = [.. Entries.Where(e => e.Value is not YamlText { IsNull: true }).Select(e => e.Value is YamlMap map ? e with { Value = map.WithoutNulls() } : e)],
    };

    private bool IsReplaced(YamlEntry entry, YamlMap child) =>
        (this["lever"] ?? this["indicator"] ?? this["every-months"]) is not null
        && Array.Find(Alternatives, a => a.Contains(entry.Key.Text)) is { } ways
        && child[entry.Key.Text] is null
        && ways.Any(way => child[way] is not (null or YamlText { IsNull: true }));

    // What is named by the writer, such as an agreement, may be called the same but is a mapping.
    private static bool IsStatement(YamlEntry entry) => entry.Key.Text == "value"
        ? entry.Value is YamlText { IsNull: false }
        : entry.Value is YamlList && DistributionText.Families.ContainsKey(entry.Key.Text);
}
