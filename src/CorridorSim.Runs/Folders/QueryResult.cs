namespace CorridorSim.Runs.Folders;

/// <summary>The rows of a query.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Rows, each with one value a column; null where there is none.</param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
