using System.Text;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Writing;

/// <summary>A YAML text that remembers which value stands in which line, so that a mistake in the text is shown at the field it came from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Paths">Path of the value in each line, first line first.</param>
public sealed record YamlLines(string Text, IReadOnlyList<string> Paths)
{
    // The order in which people read an agreement; other keys follow in the order of the tree.
    private static readonly string[] Order =
    [
        "corridorsim", "id", "title", "description", "extends", "world", "horizon", "ensemble", "assumptions", "measures", "agreements",
        "parties", "signed", "source", "lever", "channel", "border", "leg", "route", "procedure", "way", "country", "apply-from", "nationalities",
        "indicator", "nationality", "every-months", "above", "below", "release", "for-months",
    ];

    /// <summary>Writes a tree: a value a line, sizes and lists of names in one line.</summary>
    public static YamlLines Of(YamlMap root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var text = new StringBuilder();
        var paths = new List<string>();
        Append(text, paths, root, 0, string.Empty);
        return new YamlLines(text.ToString(), paths);
    }

    /// <summary>Path of the value in a line, counted from 1; empty beyond the text.</summary>
    public string PathAt(int line) => line >= 1 && line <= Paths.Count ? Paths[line - 1] : string.Empty;

    private static void Append(StringBuilder text, List<string> paths, YamlMap map, int indent, string path)
    {
        foreach (var entry in Sorted(map))
        {
            // The first key of an item of a list stands behind its dash.
            if (text.Length == 0 || text[^1] == '\n')
            {
                text.Append(' ', indent);
            }

            var key = entry.Key.Text;
            var below = path.Length == 0 ? key : $"{path}.{key}";
            text.Append(YamlScalar.Text(key)).Append(':');
            paths.Add(below);
            Append(text, paths, entry.Value, key, indent, below);
        }
    }

    private static void Append(StringBuilder text, List<string> paths, YamlItem value, string key, int indent, string path)
    {
        if (value is YamlMap map && !IsShort(map))
        {
            text.Append('\n');
            Append(text, paths, map, indent + 2, path);
        }
        else if (value is YamlList { Items.Count: > 0 } list && list.Items.All(i => i is YamlMap))
        {
            text.Append('\n');
            for (var i = 0; i < list.Items.Count; i++)
            {
                text.Append(' ', indent + 2).Append("- ");
                Append(text, paths, (YamlMap)list.Items[i], indent + 4, FormattableString.Invariant($"{path}.{i}"));
            }
        }
        else
        {
            text.Append(' ').Append(Flow(key, value)).Append('\n');
        }
    }

    private static IEnumerable<YamlEntry> Sorted(YamlMap map) =>
        map.Entries.OrderBy(e => Array.IndexOf(Order, e.Key.Text) is var place and >= 0 ? place : Order.Length);

    // A size or a season: one thing, said in one line.
    private static bool IsShort(YamlMap map) =>
        map.Entries.Count == 0 || map.Statements.Any() || map["range"] is not null || map.Entries.All(e => e.Key.Text is "first" or "last" or "from" or "to");

    private static string Flow(string key, YamlItem item) => item switch
    {
        YamlText { IsNull: true } => "null",
        YamlText { IsQuoted: true } text => YamlScalar.Text(text.Text),
        YamlText text => YamlScalar.Value(key, text.Text),
        YamlList list => $"[{string.Join(", ", list.Items.Select(i => Flow(key, i)))}]",
        YamlMap { Entries.Count: 0 } => "{}",
        YamlMap map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{YamlScalar.Text(e.Key.Text)}: {Flow(e.Key.Text, e.Value)}"))} }}",
        _ => throw new InvalidOperationException($"Unknown YAML item '{item}'."),
    };
}
