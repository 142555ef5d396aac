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

    /// <summary>A month, or a day of one.</summary>
    public sealed record Month : KeyValue;

    /// <summary>A whole month.</summary>
    public sealed record WholeMonth : KeyValue;

    /// <summary>A month of the year, as a number or by its English name.</summary>
    public sealed record MonthOfYear : KeyValue;

    /// <summary>Months of the horizon: a year, a month or a span.</summary>
    public sealed record Span : KeyValue;

    /// <summary>True or false.</summary>
    /// <param name="Default">What it is when the key is left out.</param>
    public sealed record Flag(bool Default) : KeyValue;

    /// <summary>A text, a number, or true or false.</summary>
    public sealed record Scalar : KeyValue;

    /// <summary>A list of numbers, or of dates where the input is a month.</summary>
    public sealed record Values : KeyValue;

    /// <summary>A list of such lists.</summary>
    public sealed record Rows : KeyValue;

    /// <summary>The least and the greatest of something.</summary>
    public sealed record Pair : KeyValue;

    /// <summary>A distribution, by its family.</summary>
    public sealed record Drawn : KeyValue;

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
    /// <param name="Default">The seed when the key is left out; null for none.</param>
    public sealed record Seed(ulong? Default) : KeyValue;

    /// <summary>One of some words, the usual one first.</summary>
    /// <param name="Words">The words.</param>
    public sealed record Choice(params IReadOnlyList<string> Words) : KeyValue
    {
        /// <summary>True where nothing is usual: what holds when the key is left out depends on other keys.</summary>
        public bool Depends { get; init; }
    }

    /// <summary>Keys of its own.</summary>
    /// <param name="Keys">The keys.</param>
    public sealed record Section(params IReadOnlyList<FileKey> Keys) : KeyValue
    {
        /// <summary>Keys of which exactly one must be there.</summary>
        public IReadOnlyList<FileKey> OneOf { get; init; } = [];
    }

    /// <summary>One of several kinds of value.</summary>
    /// <param name="Kinds">The kinds.</param>
    public sealed record Either(params IReadOnlyList<KeyValue> Kinds) : KeyValue;

    /// <summary>One of something, or a list of it.</summary>
    /// <param name="Of">What.</param>
    public sealed record OneOrMore(KeyValue Of) : KeyValue;

    /// <summary>A clause of an agreement or a measure, whose keys depend on its lever.</summary>
    public sealed record Clause : KeyValue;

    /// <summary>Any names, each with a value of one kind.</summary>
    /// <param name="Of">The kind.</param>
    public sealed record Named(KeyValue Of) : KeyValue
    {
        /// <summary>Names that mean something of their own.</summary>
        public IReadOnlyList<FileKey> Known { get; init; } = [];
    }

    /// <summary>A value or a distribution.</summary>
    /// <param name="Minimum">Least.</param>
    /// <param name="Maximum">Greatest.</param>
    public sealed record Sized(double Minimum = double.MinValue, double Maximum = double.MaxValue) : KeyValue;

    /// <summary>A list, each item with keys of its own.</summary>
    /// <param name="Keys">The keys.</param>
    public sealed record Several(params IReadOnlyList<FileKey> Keys) : KeyValue;
}
