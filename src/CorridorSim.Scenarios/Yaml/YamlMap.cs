using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Texts;

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

/// <summary>A piece of a YAML file and where it stands.</summary>
/// <param name="File">File, as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public abstract record YamlItem(string File, int Line, int Column);

/// <summary>A text or number.</summary>
public sealed record YamlText(string File, int Line, int Column, string Text) : YamlItem(File, Line, Column)
{
    /// <summary>True when it stands in quotes or in a block: then it is a text, whatever it looks like.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>True for <c>null</c>, <c>~</c> and nothing, which remove what is inherited.</summary>
    public bool IsNull => !IsQuoted && Text is ("null" or "~" or "");
}

/// <summary>A list.</summary>
public sealed record YamlList(string File, int Line, int Column, IReadOnlyList<YamlItem> Items) : YamlItem(File, Line, Column);

/// <summary>A key of a mapping and its value.</summary>
public sealed record YamlEntry(YamlText Key, YamlItem Value);

/// <summary>A size with what stands behind it.</summary>
/// <param name="Value">The value or distribution.</param>
/// <param name="Range">Least and greatest plausible value, when stated.</param>
/// <param name="Basis">published, assumption or null when not stated.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Item">Where it stands.</param>
public sealed record SizedValue(Distribution Value, IReadOnlyList<double>? Range, string? Basis, string? Source, YamlItem Item);
