using System.Text.Json;
using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Texts;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>Pieces that the JSON Schemas (draft 2020-12) of all files are made of.</summary>
internal static class SchemaParts
{
    private const string Month = "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The schema of a file as indented JSON.</summary>
    /// <param name="root">What the file holds.</param>
    /// <param name="title">Title.</param>
    /// <param name="required">Keys that must be there.</param>
    public static string Write(JsonObject root, string title, params string[] required)
    {
        root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
        root["title"] = title;
        root["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        return root.ToJsonString(Indented);
    }

    /// <summary>The version of the format.</summary>
    public static JsonObject Version() => new() { ["const"] = 1, ["description"] = "version of the format" };

    /// <summary>An identifier.</summary>
    public static JsonObject Id() => new() { ["type"] = "string", ["pattern"] = "^[a-z0-9-]{1,64}$" };

    /// <summary>A mapping with these keys and no others.</summary>
    public static JsonObject Mapping(JsonObject keys) =>
        new() { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = false, ["properties"] = keys };

    /// <summary>A mapping from any name to one kind of value.</summary>
    public static JsonObject Named(JsonObject value) =>
        new() { ["type"] = new JsonArray("object", "null"), ["additionalProperties"] = value };

    /// <summary>A definition of the same schema.</summary>
    public static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    /// <summary>A text.</summary>
    public static JsonObject Text(string meaning) => new() { ["type"] = new JsonArray("string", "null"), ["description"] = meaning };

    /// <summary>A month or day.</summary>
    public static JsonObject Date(string meaning) =>
        new() { ["type"] = new JsonArray("string", "null"), ["pattern"] = Month, ["description"] = $"{meaning}: yyyy-MM or yyyy-MM-dd" };

    /// <summary>A whole month.</summary>
    public static JsonObject WholeMonth(string meaning) =>
        new() { ["type"] = new JsonArray("string", "null"), ["pattern"] = "^[0-9]{4}-[0-9]{2}$", ["description"] = $"{meaning}: yyyy-MM" };

    /// <summary>One of some words.</summary>
    public static JsonObject Choice(params string[] values) => new() { ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    /// <summary>A name or a list of names.</summary>
    public static JsonObject Names(string meaning) => new()
    {
        ["description"] = meaning,
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
    };

    /// <summary>One of something, or a list of them.</summary>
    public static JsonObject OneOrMore(JsonObject value) => new()
    {
        ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "array", ["items"] = value.DeepClone() }),
    };

    /// <summary>A list of so many numbers.</summary>
    public static JsonObject Numbers(int count) => new()
    {
        ["type"] = "array",
        ["items"] = new JsonObject { ["type"] = "number" },
        ["minItems"] = count,
        ["maxItems"] = count,
    };

    /// <summary>A list of numbers, or of dates where the input is a month.</summary>
    public static JsonObject Values() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = new JsonArray("number", "string") } };

    /// <summary>The families of distributions, each with its numbers.</summary>
    public static JsonObject Families() => new(DistributionText.Families.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)Numbers(f.Value.Numbers))));

    /// <summary>A number within bounds, both inclusive.</summary>
    public static JsonObject Number(string meaning, double minimum, double maximum) => Bounded("number", meaning, minimum, maximum);

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public static JsonObject Whole(string meaning, double minimum, double maximum) => Bounded("integer", meaning, minimum, maximum);

    /// <summary>A value or a distribution, with what is said of it.</summary>
    public static JsonObject Size(string meaning, double minimum, double maximum)
    {
        var keys = new JsonObject
        {
            [CommonKeys.Value.Name] = new JsonObject { ["type"] = new JsonArray("number", "boolean") },
            [CommonKeys.Range.Name] = Numbers(2),
            [CommonKeys.Basis.Name] = Choice(CommonKeys.Published, CommonKeys.Assumption),
            [CommonKeys.Source.Name] = Text(CommonKeys.Source.Meaning),
        };
        foreach (var (family, numbers) in Families().ToArray())
        {
            keys[family] = numbers!.DeepClone();
        }

        return new JsonObject
        {
            ["description"] = meaning,
            ["anyOf"] = new JsonArray(Number(meaning, minimum, maximum), new JsonObject { ["type"] = "boolean" }, Mapping(keys)),
        };
    }

    private static JsonObject Bounded(string type, string meaning, double minimum, double maximum)
    {
        var schema = new JsonObject { ["type"] = type, ["description"] = meaning };
        if (minimum > double.MinValue)
        {
            schema["minimum"] = minimum;
            schema["maximum"] = maximum;
        }

        return schema;
    }
}
