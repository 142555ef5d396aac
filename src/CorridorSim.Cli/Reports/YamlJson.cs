using System.Globalization;
using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Cli.Reports;

/// <summary>Turns YAML into JSON: numbers and truth values as such, everything else as text.</summary>
internal static class YamlJson
{
    public static JsonNode Of(YamlItem item) => item switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, (JsonNode?)Of(e.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(Of)]),
        YamlText { Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        YamlText text when double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            JsonValue.Create(number),
        YamlText text => JsonValue.Create(text.Text),
        _ => throw new InvalidOperationException($"Unknown YAML item '{item}'."),
    };
}
