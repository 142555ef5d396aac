using System.Globalization;
using System.Text.Json.Nodes;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Schemas;

/// <summary>JSON Schema (draft 2020-12) and documentation of a kind of file, made from its keys.</summary>
public static class KeyTable
{
    /// <summary>Name under which a schema holds what a clause may state.</summary>
    internal const string Clause = "provision";

    private const double MostSeed = 9e15;
    private const double LeastInPowers = 1e8;
    private const double LeastInFull = 1e-3;

    /// <summary>The schema of a file with these keys, as indented JSON.</summary>
    public static string Write(IReadOnlyList<FileKey> keys, string title)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return SchemaParts.Write(Mapping(keys, true), title, [.. keys.Where(k => k.IsRequired).Select(k => k.Name)]);
    }

    /// <summary>A table of the keys in Markdown; keys of a section stand as <c>section.key</c>.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="elsewhere">Sections whose keys have a table of their own.</param>
    public static string ToMarkdown(IReadOnlyList<FileKey> keys, params IReadOnlyList<FileKey> elsewhere)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return string.Join('\n', ["| key | what it says | bounds | when left out |", "| --- | --- | --- | --- |", .. keys.SelectMany(k => Rows(k, string.Empty, elsewhere))]);
    }

    /// <summary>The schema of a mapping with these keys.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="isWhole">False where the file may extend another and state only what differs: then no key is demanded.</param>
    internal static JsonObject Mapping(IReadOnlyList<FileKey> keys, bool isWhole)
    {
        var schema = SchemaParts.Mapping(new JsonObject(keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Schema(k, isWhole)))));
        if (isWhole && keys.Any(k => k.IsRequired))
        {
            schema["required"] = Names(keys.Where(k => k.IsRequired));
        }

        return schema;
    }

    /// <summary>The schema of what stands behind a key.</summary>
    internal static JsonObject Schema(FileKey key, bool isWhole)
    {
        var schema = Schema(key.Takes, key.Meaning, isWhole);
        schema.TryAdd("description", key.Meaning);
        return schema;
    }

    private static JsonObject Schema(KeyValue takes, string meaning, bool isWhole) => takes switch
    {
        KeyValue.Version => SchemaParts.Version(),
        KeyValue.Identifier => SchemaParts.Id(),
        KeyValue.Month => SchemaParts.Date(meaning),
        KeyValue.WholeMonth => SchemaParts.WholeMonth(meaning),
        KeyValue.MonthOfYear => new() { ["type"] = new JsonArray("integer", "string"), ["description"] = $"{meaning}: 1 to 12, or its English name such as apr" },
        KeyValue.Span => new() { ["type"] = new JsonArray("string", "integer", "null") },
        KeyValue.Flag => new() { ["type"] = "boolean" },
        KeyValue.Scalar => new() { ["type"] = new JsonArray("string", "number", "boolean") },
        KeyValue.Values => SchemaParts.Values(),
        KeyValue.Rows => new() { ["type"] = "array", ["items"] = SchemaParts.Values() },
        KeyValue.Pair => SchemaParts.Numbers(2),
        KeyValue.Drawn => SchemaParts.Mapping(SchemaParts.Families()),
        KeyValue.Names => SchemaParts.Names(meaning),
        KeyValue.Whole whole => SchemaParts.Whole(meaning, whole.Minimum, whole.Maximum),
        KeyValue.Number number => SchemaParts.Number(meaning, number.Minimum, number.Maximum),
        KeyValue.Seed => SchemaParts.Whole(meaning, 0, MostSeed),
        KeyValue.Choice choice => SchemaParts.Choice([.. choice.Words]),
        KeyValue.Section section => Section(section, isWhole),
        KeyValue.Named named => Named(named, meaning, isWhole),
        KeyValue.Sized sized => SchemaParts.Size(meaning, sized.Minimum, sized.Maximum),
        KeyValue.Several list => SchemaParts.OneOrMore(Mapping(list.Keys, true)),
        KeyValue.OneOrMore several => SchemaParts.OneOrMore(Schema(several.Of, meaning, isWhole)),
        KeyValue.Either either => new() { ["anyOf"] = new JsonArray([.. either.Kinds.Select(k => (JsonNode)Schema(k, meaning, isWhole))]) },
        KeyValue.Clause => SchemaParts.Reference(Clause),
        _ => SchemaParts.Text(meaning),
    };

    private static JsonObject Section(KeyValue.Section section, bool isWhole)
    {
        var schema = Mapping(section.Keys, isWhole);
        if (section.OneOf.Count > 0)
        {
            schema["oneOf"] = new JsonArray([.. section.OneOf.Select(k => (JsonNode)new JsonObject { ["required"] = Names([k]) })]);
        }

        return schema;
    }

    private static JsonObject Named(KeyValue.Named named, string meaning, bool isWhole)
    {
        var schema = SchemaParts.Named(Schema(named.Of, meaning, isWhole));
        if (named.Known.Count > 0)
        {
            schema["properties"] = new JsonObject(named.Known.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Schema(k, isWhole))));
        }

        return schema;
    }

    private static JsonArray Names(IEnumerable<FileKey> keys) => new([.. keys.Select(k => (JsonNode)k.Name)]);

    private static IEnumerable<string> Rows(FileKey key, string prefix, IReadOnlyList<FileKey> elsewhere)
    {
        var inner = prefix + key.Name + (key.Takes is KeyValue.Named ? ".NAME." : ".");
        return
        [
            $"| `{prefix}{key.Name}` | {key.Meaning} | {Bounds(key.Takes)} | {(key.IsRequired ? "required" : Default(key.Takes))} |",
            .. elsewhere.Contains(key) || key.Takes is KeyValue.Named { Of: KeyValue.Named } ? [] : key.Keys().SelectMany(k => Rows(k, inner, elsewhere)),
            .. key.Takes is KeyValue.Named named ? named.Known.SelectMany(k => Rows(k, $"{prefix}{key.Name}.", elsewhere)) : [],
        ];
    }

    private static string Bounds(KeyValue takes) => takes switch
    {
        KeyValue.Whole whole => string.Create(CultureInfo.InvariantCulture, $"{whole.Minimum:#,0} to {whole.Maximum:#,0}"),
        KeyValue.Number { Maximum: < double.MaxValue } number => $"{Plain(number.Minimum)} to {Plain(number.Maximum)}",
        KeyValue.Sized { Maximum: < double.MaxValue } sized => $"{Plain(sized.Minimum)} to {Plain(sized.Maximum)}",
        KeyValue.Several => "a list",
        KeyValue.OneOrMore => "one, or a list",
        KeyValue.Values or KeyValue.Rows => "a list",
        KeyValue.Pair => "[least, greatest]",
        KeyValue.Choice choice => string.Join(", ", choice.Words),
        KeyValue.Flag => "true, false",
        KeyValue.Month => "yyyy-MM or yyyy-MM-dd",
        KeyValue.WholeMonth => "yyyy-MM",
        KeyValue.MonthOfYear => "1 to 12, or a name such as apr",
        KeyValue.Span => "2024, 2024-03 or 2023-10..2024-03",
        KeyValue.Named => "by name",
        KeyValue.Version => "1",
        _ => string.Empty,
    };

    private static string Plain(double number) => Math.Abs(number) is >= LeastInPowers or (> 0 and < LeastInFull)
        ? number.ToString("0e0", CultureInfo.InvariantCulture)
        : number.ToString("#,0.###", CultureInfo.InvariantCulture);

    private static string Default(KeyValue takes) => takes switch
    {
        KeyValue.Whole { Default: { } whole } => whole.ToString(CultureInfo.InvariantCulture),
        KeyValue.Number { Default: { } number } => number.ToString(CultureInfo.InvariantCulture),
        KeyValue.Seed { Default: { } seed } => seed.ToString(CultureInfo.InvariantCulture),
        KeyValue.Choice { Depends: false } choice => choice.Words[0],
        KeyValue.Flag flag => flag.Default ? "true" : "false",
        _ => string.Empty,
    };
}
