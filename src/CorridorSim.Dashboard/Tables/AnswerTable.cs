namespace CorridorSim.Dashboard.Tables;

/// <summary>What a column of an answer holds.</summary>
public enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Figures; no value where one is not a number.</summary>
    Figure,
}

/// <summary>A column of an answer.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
public sealed record AnswerColumn(string Name, ColumnKind Kind)
{
    /// <summary>What is said of it where a format can say it, such as its unit.</summary>
    public IReadOnlyDictionary<string, string> About { get; init; } = new Dictionary<string, string>();
}

/// <summary>A table that is written while it comes: nothing is kept but the chunk at hand.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Chunks">Its rows, one cell a column (text, whole number, figure or null), some at a time.</param>
public sealed record AnswerTable(IReadOnlyList<AnswerColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?[]>> Chunks)
{
    /// <summary>A table that is there already.</summary>
    public static AnswerTable Of(IReadOnlyList<AnswerColumn> columns, IEnumerable<IReadOnlyList<object?[]>> chunks) => new(columns, chunks.ToAsyncEnumerable());
}
