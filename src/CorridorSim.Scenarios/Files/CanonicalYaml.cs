using System.Security.Cryptography;
using System.Text;
using CorridorSim.Scenarios.Texts;
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
            text.Append(' ', indent).Append(YamlScalar.Text(entry.Key.Text)).Append(':');
            switch (entry.Value)
            {
                case YamlText value:
                    text.Append(' ').Append(Scalar(entry.Key.Text, value)).Append('\n');
                    break;
                case YamlList list:
                    text.Append(' ').Append(Flow(entry.Key.Text, list)).Append('\n');
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

    private static string Flow(string key, YamlItem item) => item switch
    {
        YamlText value => Scalar(key, value),
        YamlList list => $"[{string.Join(", ", list.Items.Select(i => Flow(key, i)))}]",
        YamlMap map => $"{{ {string.Join(", ", map.Entries.Select(e => $"{YamlScalar.Text(e.Key.Text)}: {Flow(e.Key.Text, e.Value)}"))} }}",
        _ => throw new InvalidOperationException($"Unknown YAML item '{item}'."),
    };

    // What stood in quotes is a text wherever it stands; what removes something inherited stays nothing.
    private static string Scalar(string key, YamlText value) => value.IsNull ? "null" : value.IsQuoted ? YamlScalar.Text(value.Text) : YamlScalar.Value(key, value.Text);
}
