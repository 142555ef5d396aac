using CorridorSim.Model;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>Reads the keys of a table, within the bounds that they state.</summary>
public static class KeyedReading
{
    /// <summary>Reports every key that the table does not have.</summary>
    public static void Allow(this MapReader map, IReadOnlyList<FileKey> keys)
    {
        ArgumentNullException.ThrowIfNull(map);
        map.Allow([.. keys.Select(k => k.Name)]);
    }

    /// <summary>Keys of a section, or of what each name or item of it holds.</summary>
    public static IReadOnlyList<FileKey> Keys(this FileKey section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return KeysOf(section.Takes);
    }

    /// <summary>Least and greatest number that a key takes; unbounded where it takes none.</summary>
    public static (double Least, double Greatest) Bounds(this FileKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Takes switch
        {
            KeyValue.Whole whole => (whole.Minimum, whole.Maximum),
            KeyValue.Number number => (number.Minimum, number.Maximum),
            KeyValue.Sized sized => (sized.Minimum, sized.Maximum),
            KeyValue.MonthOfYear => (1, Units.MonthsOfYear),
            _ => (double.NegativeInfinity, double.PositiveInfinity),
        };
    }

    /// <summary>A whole number, or its default.</summary>
    public static int Whole(this MapReader? map, FileKey key) => map.WholeIfAny(key) ?? ((KeyValue.Whole)key.Takes).Default!.Value;

    /// <summary>A whole number; null where there is none, whatever is usual then.</summary>
    public static int? WholeIfAny(this MapReader? map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var takes = (KeyValue.Whole)key.Takes;
        return map?.Whole(key.Name, takes.Minimum, takes.Maximum);
    }

    /// <summary>A number, or its default; null where there is neither.</summary>
    public static double? Number(this MapReader? map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var takes = (KeyValue.Number)key.Takes;
        return map?.Number(key.Name, takes.Minimum, takes.Maximum) ?? takes.Default;
    }

    /// <summary>A value or a distribution; null where there is none.</summary>
    public static SizedValue? Sized(this MapReader map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(map);
        var takes = (KeyValue.Sized)key.Takes;
        return map.Sized(key.Name, takes.Minimum, takes.Maximum);
    }

    /// <summary>A key of random draws, or its default.</summary>
    public static ulong Seed(this MapReader? map, FileKey key) => map?.Seed(key.Name) ?? ((KeyValue.Seed)key.Takes).Default!.Value;

    /// <summary>A text; reports a missing one where it is required.</summary>
    public static string? Text(this MapReader map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(map);
        return map.Text(key.Name, key.IsRequired);
    }

    /// <summary>True or false; reports another and returns the usual one.</summary>
    public static bool Flag(this MapReader map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(map);
        var usual = ((KeyValue.Flag)key.Takes).Default;
        if (map.Text(key) is not { } word || word is "true" or "false")
        {
            return map.Text(key.Name) is { } known ? known == "true" : usual;
        }

        map.Report(map.Map[key.Name]!, $"'{key.Name}' must be true or false, not '{word}'");
        return usual;
    }

    /// <summary>One of the words of a choice; reports another, or one that is missing where it is required, and returns the usual one.</summary>
    public static string Choice(this MapReader map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(map);
        var words = ((KeyValue.Choice)key.Takes).Words;
        var word = map.Text(key);
        if (word is null || words.Contains(word))
        {
            return word ?? words[0];
        }

        map.Report(map.Map[key.Name]!, $"unknown value '{word}' of '{key.Name}'{(words.Count > MostListed ? Diagnostics.Suggestion.For(word, words) : $"; use {Listed(words)}")}");
        return words[0];
    }

    private const int MostListed = 4;

    private static string Listed(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";

    private static IReadOnlyList<FileKey> KeysOf(KeyValue takes) => takes switch
    {
        KeyValue.Section section => section.Keys,
        KeyValue.Several list => list.Keys,
        KeyValue.Named named => KeysOf(named.Of),
        KeyValue.OneOrMore several => KeysOf(several.Of),
        KeyValue.Either either => [.. either.Kinds.SelectMany(KeysOf)],
        _ => [],
    };
}
