using System.Text;
using CorridorSim.Scenarios.Files;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Writing;

/// <summary>A scenario file that extends another and states only what differs.</summary>
/// <param name="id">Identifier of the new scenario.</param>
/// <param name="title">Its title, any text.</param>
/// <param name="extends">The file that it extends, as it names it.</param>
public sealed class ScenarioDraft(string id, string title, string extends)
{
    private readonly SortedDictionary<string, object> _root = new(StringComparer.Ordinal);

    /// <summary>A line before all others; null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>States a value.</summary>
    /// <param name="path">Path of the input, as sweeps, sliders and <c>--set</c> name it.</param>
    /// <param name="value">The value in YAML.</param>
    public void Set(string path, string value)
    {
        var keys = ScenarioPath.InFile(path);
        var place = _root;
        foreach (var key in keys[..^1])
        {
            if (!place.TryGetValue(key, out var below))
            {
                place.Add(key, below = new SortedDictionary<string, object>(StringComparer.Ordinal));
            }

            place = (SortedDictionary<string, object>)below;
        }

        place[keys[^1]] = value;
    }

    /// <summary>The file.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        if (Comment is not null)
        {
            text.Append("# ").Append(OneLine(Comment)).Append('\n');
        }

        text.Append("corridorsim: 1\nid: ").Append(YamlScalar.Text(id))
            .Append("\ntitle: ").Append(Quoted(title))
            .Append("\nextends: ").Append(Quoted(extends)).Append('\n');
        Append(text, _root, 0);
        return text.ToString();
    }

    /// <summary>The path of a base as a new file has to name it; null when the base does not lie beside or below it.</summary>
    /// <param name="target">The file to be written.</param>
    /// <param name="basePath">Path of the base.</param>
    public static string? Extends(string target, string basePath)
    {
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(target))!, Path.GetFullPath(basePath)).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) ? null : relative;
    }

    /// <summary>An identifier made from the name of a file, up to its first dot.</summary>
    /// <param name="file">The file.</param>
    /// <param name="otherwise">What to take where the name gives none.</param>
    public static string IdOf(string file, string otherwise)
    {
        ArgumentNullException.ThrowIfNull(file);
        var name = Path.GetFileName(file).Split('.')[0].ToLowerInvariant();
        var made = string.Concat(name.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
        return made.Length is > 0 and <= IdentifierText.MostCharacters ? made : otherwise;
    }

    private static void Append(StringBuilder text, SortedDictionary<string, object> map, int indent)
    {
        foreach (var (key, value) in map)
        {
            text.Append(' ', indent).Append(YamlScalar.Text(key)).Append(':');
            if (value is SortedDictionary<string, object> below)
            {
                text.Append('\n');
                Append(text, below, indent + 2);
            }
            else
            {
                text.Append(' ').Append(value).Append('\n');
            }
        }
    }

    private static string Quoted(string text) => $"'{OneLine(text).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
