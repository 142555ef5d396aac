using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Cli.Verbs.Resolve;

/// <summary>Turns YAML into JSON: numbers and truth values as such, everything else as text.</summary>
internal static class YamlJson
{
    public static JsonNode Of(YamlItem item) => Of(string.Empty, item);

    private static JsonNode Of(string key, YamlItem item) => item switch
    {
        YamlMap map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Text, (JsonNode?)Of(e.Key.Text, e.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(i => Of(key, i))]),
        YamlText { IsQuoted: true } quoted => JsonValue.Create(quoted.Text),
        YamlText text when YamlScalar.IsTextKey(key) => JsonValue.Create(text.Text),
        YamlText { Text: "true" or "false" } flag => JsonValue.Create(flag.Text == "true"),
        YamlText text when NumberText.TryParse(text.Text, out var number) => JsonValue.Create(number),
        YamlText text => JsonValue.Create(text.Text),
        _ => throw new InvalidOperationException($"Unknown YAML item '{item}'."),
    };
}
