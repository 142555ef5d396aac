using System.Globalization;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Writing;

/// <summary>
/// Reads and changes a YAML document by path, such as <c>provisions.visas.places-per-month.value</c>; a number in a path is a place in a list. The
/// items are never changed: each change gives a new tree, and what it does not name stays as it is.
/// </summary>
public static class YamlTree
{
    /// <summary>The item at a path, or null.</summary>
    public static YamlItem? At(YamlItem? root, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('.').Aggregate(root, (item, key) => item switch
        {
            YamlMap map => map[key],
            YamlList list => Index(key) is { } index && index < list.Items.Count ? list.Items[index] : null,
            _ => null,
        });
    }

    /// <summary>The text at a path; empty when there is none.</summary>
    public static string TextAt(YamlItem? root, string path) => (At(root, path) as YamlText)?.Text ?? string.Empty;

    /// <summary>The texts at a path: of a list, or of one text.</summary>
    public static IReadOnlyList<string> TextsAt(YamlItem? root, string path) => At(root, path) switch
    {
        YamlText text => [text.Text],
        YamlList list => [.. list.Items.OfType<YamlText>().Select(t => t.Text)],
        _ => [],
    };

    /// <summary>The mapping with an item at a path; null takes away what stands there, and what it leaves empty.</summary>
    public static YamlMap With(YamlMap root, string path, YamlItem? item)
    {
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(path);
        return (YamlMap?)Change(root, path.Split('.'), item) ?? Map();
    }

    /// <summary>The mapping with a text at a path; an empty one takes away what stands there.</summary>
    public static YamlMap With(YamlMap root, string path, string text, bool isText = false) => With(root, path, string.IsNullOrEmpty(text) ? null : Text(text, isText));

    /// <summary>The mapping with a list of names at a path; an empty one takes it away.</summary>
    public static YamlMap With(YamlMap root, string path, IEnumerable<string> names)
    {
        YamlItem[] items = [.. names.Select(n => Text(n))];
        return With(root, path, items.Length == 0 ? null : new YamlList(string.Empty, 1, 1, items));
    }

    /// <summary>An empty mapping.</summary>
    public static YamlMap Map(params YamlEntry[] entries) => new(string.Empty, 1, 1, entries);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isText">True for words, whatever they look like; false where a number stays a number.</param>
    public static YamlText Text(string text, bool isText = false) => new(string.Empty, 1, 1, text) { IsQuoted = isText };

    /// <summary>An entry of a mapping.</summary>
    public static YamlEntry Entry(string key, YamlItem value) => new(Text(key), value);

    private static YamlItem? Change(YamlItem? item, ReadOnlySpan<string> path, YamlItem? value)
    {
        if (path.Length == 0)
        {
            return value;
        }

        return Index(path[0]) is { } index && item is not YamlMap
            ? InList(item as YamlList, index, path[1..], value)
            : InMap(item as YamlMap, path[0], path[1..], value);
    }

    private static YamlMap? InMap(YamlMap? map, string key, ReadOnlySpan<string> rest, YamlItem? value)
    {
        var entries = (map?.Entries ?? []).ToList();
        var at = entries.FindIndex(e => e.Key.Text == key);
        var changed = Change(at < 0 ? null : entries[at].Value, rest, value);
        if (changed is not null && at >= 0)
        {
            entries[at] = entries[at] with { Value = changed };
        }
        else if (changed is not null)
        {
            entries.Add(Entry(key, changed));
        }
        else if (at >= 0)
        {
            entries.RemoveAt(at);
        }

        return entries.Count == 0 ? null : (map ?? Map()) with { Entries = entries };
    }

    private static YamlList? InList(YamlList? list, int index, ReadOnlySpan<string> rest, YamlItem? value)
    {
        var items = (list?.Items ?? []).ToList();
        var changed = Change(index < items.Count ? items[index] : null, rest, value);
        if (changed is not null && index < items.Count)
        {
            items[index] = changed;
        }
        else if (changed is not null)
        {
            items.Add(changed);
        }
        else if (index < items.Count)
        {
            items.RemoveAt(index);
        }

        return items.Count == 0 ? null : (list ?? new YamlList(string.Empty, 1, 1, [])) with { Items = items };
    }

    private static int? Index(string key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
