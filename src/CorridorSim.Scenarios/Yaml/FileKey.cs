namespace CorridorSim.Scenarios.Yaml;

/// <summary>A key of a file: what it means and what it takes. Reader, JSON Schema and documentation are made of the same keys.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">What it says, in words.</param>
/// <param name="Takes">What stands behind it.</param>
public sealed record FileKey(string Name, string Meaning, KeyValue Takes)
{
    /// <summary>Whether the file must have it.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>What a key takes.</summary>
public abstract record KeyValue
{
    /// <summary>A text.</summary>
    public sealed record Text : KeyValue;

    /// <summary>The version of the format.</summary>
    public sealed record Version : KeyValue;

    /// <summary>An identifier.</summary>
    public sealed record Identifier : KeyValue;

    /// <summary>A month.</summary>
    public sealed record Month : KeyValue;

    /// <summary>A name or a list of names.</summary>
    public sealed record Names : KeyValue;

    /// <summary>A whole number within bounds, both inclusive.</summary>
    /// <param name="Minimum">Least.</param>
    /// <param name="Maximum">Greatest.</param>
    /// <param name="Default">The number when the key is left out; null for none.</param>
    public sealed record Whole(int Minimum, int Maximum, int? Default) : KeyValue;

    /// <summary>A number within bounds, both inclusive.</summary>
    /// <param name="Minimum">Least.</param>
    /// <param name="Maximum">Greatest.</param>
    /// <param name="Default">The number when the key is left out; null for none.</param>
    public sealed record Number(double Minimum, double Maximum, double? Default) : KeyValue;

    /// <summary>A key of random draws.</summary>
    /// <param name="Default">The seed when the key is left out.</param>
    public sealed record Seed(ulong Default) : KeyValue;

    /// <summary>One of some words, the usual one first.</summary>
    /// <param name="Words">The words.</param>
    public sealed record Choice(params IReadOnlyList<string> Words) : KeyValue;

    /// <summary>Keys of its own.</summary>
    /// <param name="Keys">The keys.</param>
    public sealed record Section(params IReadOnlyList<FileKey> Keys) : KeyValue;

    /// <summary>Any names, each with a value of one kind.</summary>
    /// <param name="Of">The kind.</param>
    public sealed record Named(KeyValue Of) : KeyValue;

    /// <summary>A value or a distribution.</summary>
    /// <param name="Minimum">Least.</param>
    /// <param name="Maximum">Greatest.</param>
    public sealed record Sized(double Minimum = double.MinValue, double Maximum = double.MaxValue) : KeyValue;

    /// <summary>A list, each item with keys of its own.</summary>
    /// <param name="Keys">The keys.</param>
    public sealed record Several(params IReadOnlyList<FileKey> Keys) : KeyValue;
}

/// <summary>Reads the keys of a table.</summary>
public static class KeyedReading
{
    /// <summary>Reports every key that the table does not have.</summary>
    public static void Allow(this MapReader map, IReadOnlyList<FileKey> keys)
    {
        ArgumentNullException.ThrowIfNull(map);
        map.Allow([.. keys.Select(k => k.Name)]);
    }

    /// <summary>A whole number, or its default.</summary>
    public static int Whole(this MapReader? map, FileKey key)
    {
        var takes = (KeyValue.Whole)key.Takes;
        return map?.Whole(key.Name, takes.Minimum, takes.Maximum) ?? takes.Default!.Value;
    }

    /// <summary>A number, or its default; null where there is none.</summary>
    public static double? Number(this MapReader? map, FileKey key)
    {
        var takes = (KeyValue.Number)key.Takes;
        return map?.Number(key.Name, takes.Minimum, takes.Maximum) ?? takes.Default;
    }

    /// <summary>A key of random draws, or its default.</summary>
    public static ulong Seed(this MapReader? map, FileKey key) => map?.Seed(key.Name) ?? ((KeyValue.Seed)key.Takes).Default;

    /// <summary>One of the words of a choice; reports another and returns the usual one.</summary>
    public static string Choice(this MapReader map, FileKey key)
    {
        ArgumentNullException.ThrowIfNull(map);
        var words = ((KeyValue.Choice)key.Takes).Words;
        if (map.Text(key.Name) is not { } word || words.Contains(word))
        {
            return map.Text(key.Name) ?? words[0];
        }

        map.Report(map.Map[key.Name]!, $"unknown {key.Name} '{word}'; use {string.Join(" or ", words)}");
        return words[0];
    }
}
