using System.Security.Cryptography;
using System.Text;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Writes a scenario in canonical form: known keys first, others by name, values quoted where needed.</summary>
public static class CanonicalYaml
{
    private static readonly string[] First =
        ["corridorsim", "id", "title", "description", "world", "horizon", "ensemble", "assumptions", "measures", "agreements", "outputs"];

    /// <summary>The text; <c>extends</c> is left out, as everything inherited stands in it.</summary>
    public static string Write(YamlMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var text = new StringBuilder();
        var entries = map.Entries.Where(e => e.Key.Text != "extends")
            .OrderBy(e => Array.IndexOf(First, e.Key.Text) is var i and >= 0 ? i : First.Length);
        Write(text, new YamlMap(map.File, map.Line, map.Column, [.. entries]), 0);
        return text.ToString();
    }

    /// <summary>SHA-256 of the canonical text and the world it names, hexadecimal.</summary>
    public static string Hash(YamlMap map, string worldHash) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(map) + "\n" + worldHash)));

    private static void Write(StringBuilder text, YamlMap map, int indent)
    {
        foreach (var entry in map.Entries)
        {
            text.Append(' ', indent).Append(Scalar(entry.Key.Text)).Append(':');
            switch (entry.Value)
            {
                case YamlText value:
                    text.Append(' ').Append(Scalar(value.Text)).Append('\n');
                    break;
                case YamlList list:
                    text.Append(' ').Append(Flow(list)).Append('\n');
                    break;
                case YamlMap { Entries.Count: 0 }:
                    text.Append(" {}\n");
                    break;
                case YamlMap child:
                    text.Append('\n');
                    Write(text, child, indent + 2);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown YAML item '{entry.Value}'.");
            }
        }
    }

    private static string Flow(YamlItem item) => item switch
    {
        YamlText value => Scalar(value.Text),
        YamlList list => $"[{string.Join(", ", list.Items.Select(Flow))}]",
        YamlMap map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{Scalar(e.Key.Text)}: {Flow(e.Value)}"))} }}",
        _ => throw new InvalidOperationException($"Unknown YAML item '{item}'."),
    };

    private static string Scalar(string text)
    {
        var isPlain = text.Length > 0
            && text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '>' or '@' or '+')
            && text[0] is not ('-' or '>' or '@' or '.') || text.Length > 1 && text[0] == '-' && char.IsDigit(text[1]);
        return isPlain ? text : "'" + text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ") + "'";
    }
}
