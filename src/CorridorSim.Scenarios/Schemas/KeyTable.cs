using System.Globalization;
using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Calibrations;
using CorridorSim.Scenarios.Suites;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>JSON Schema (draft 2020-12) and documentation of a kind of file, made from its keys.</summary>
public static class KeyTable
{
    private const double MostSeed = 9e15;

    /// <summary>The schema of calibration files as indented JSON.</summary>
    public static string WriteCalibration() => Write(CalibrationKeys.All, "CorridorSim calibration");

    /// <summary>The schema of suites of natural experiments as indented JSON.</summary>
    public static string WriteSuite() => Write(SuiteKeys.All, "CorridorSim suite");

    /// <summary>The schema of a file with these keys, as indented JSON.</summary>
    public static string Write(IReadOnlyList<FileKey> keys, string title)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return SchemaParts.Write(Mapping(keys), title, [.. keys.Where(k => k.IsRequired).Select(k => k.Name)]);
    }

    /// <summary>A table of the keys in Markdown; keys of a section stand as <c>section.key</c>.</summary>
    public static string ToMarkdown(IReadOnlyList<FileKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return string.Join('\n', ["| key | what it says | bounds | when left out |", "| --- | --- | --- | --- |", .. keys.SelectMany(k => Rows(k, string.Empty))]);
    }

    private static IEnumerable<string> Rows(FileKey key, string prefix)
    {
        var inner = key.Takes switch
        {
            KeyValue.Section section => section.Keys.SelectMany(k => Rows(k, $"{prefix}{key.Name}.")),
            KeyValue.Several list => list.Keys.SelectMany(k => Rows(k, $"{prefix}{key.Name}.")),
            KeyValue.Named { Of: KeyValue.Section section } => section.Keys.SelectMany(k => Rows(k, $"{prefix}{key.Name}.NAME.")),
            _ => [],
        };
        return [$"| `{prefix}{key.Name}` | {key.Meaning} | {Bounds(key.Takes)} | {(key.IsRequired ? "required" : Default(key.Takes))} |", .. inner];
    }

    private static string Bounds(KeyValue takes) => takes switch
    {
        KeyValue.Whole whole => string.Create(CultureInfo.InvariantCulture, $"{whole.Minimum:#,0} to {whole.Maximum:#,0}"),
        KeyValue.Number number => string.Create(CultureInfo.InvariantCulture, $"{number.Minimum} to {number.Maximum}"),
        KeyValue.Sized { Maximum: < double.MaxValue } sized => string.Create(CultureInfo.InvariantCulture, $"{sized.Minimum:#,0.###} to {sized.Maximum:#,0.###}"),
        KeyValue.Several => "a list",
        KeyValue.Choice choice => string.Join(", ", choice.Words),
        KeyValue.Month => "yyyy-MM",
        KeyValue.Named => "by name",
        KeyValue.Version => "1",
        _ => string.Empty,
    };

    private static string Default(KeyValue takes) => takes switch
    {
        KeyValue.Whole { Default: { } whole } => whole.ToString(CultureInfo.InvariantCulture),
        KeyValue.Number { Default: { } number } => number.ToString(CultureInfo.InvariantCulture),
        KeyValue.Seed seed => seed.Default.ToString(CultureInfo.InvariantCulture),
        KeyValue.Choice choice => choice.Words[0],
        _ => string.Empty,
    };

    private static JsonObject Mapping(IReadOnlyList<FileKey> keys)
    {
        var schema = SchemaParts.Mapping(new JsonObject(keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Schema(k.Takes, k.Meaning)))));
        if (keys.Any(k => k.IsRequired))
        {
            schema["required"] = new JsonArray([.. keys.Where(k => k.IsRequired).Select(k => (JsonNode)k.Name)]);
        }

        return schema;
    }

    /// <summary>The schema of what stands behind a key.</summary>
    internal static JsonObject Schema(KeyValue takes, string meaning) => takes switch
    {
        KeyValue.Version => SchemaParts.Version(),
        KeyValue.Identifier => SchemaParts.Id(),
        KeyValue.Month => SchemaParts.Date(meaning),
        KeyValue.Names => SchemaParts.Names(meaning),
        KeyValue.Whole whole => SchemaParts.Whole(meaning, whole.Minimum, whole.Maximum),
        KeyValue.Number number => SchemaParts.Number(meaning, number.Minimum, number.Maximum),
        KeyValue.Seed => SchemaParts.Whole(meaning, 0, MostSeed),
        KeyValue.Choice choice => SchemaParts.Choice([.. choice.Words]),
        KeyValue.Section section => Mapping(section.Keys),
        KeyValue.Named named => SchemaParts.Named(Schema(named.Of, meaning)),
        KeyValue.Sized sized => SchemaParts.Size(meaning, sized.Minimum, sized.Maximum),
        KeyValue.Several list => SchemaParts.OneOrMore(Mapping(list.Keys)),
        _ => SchemaParts.Text(meaning),
    };
}
