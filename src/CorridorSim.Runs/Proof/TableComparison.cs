using CorridorSim.Runs.Files;
using CorridorSim.Runs.Tables;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Proof;

/// <summary>Compares Parquet files by their rows: another library, or another order, may write the same table in other bytes.</summary>
internal static class TableComparison
{
    /// <summary>How two tables differ, in words; null when they hold the same rows.</summary>
    /// <param name="stored">The file that was found.</param>
    /// <param name="derived">The file as it should be.</param>
    public static string? Difference(string stored, string derived)
    {
        using var connection = Sql.Open();
        try
        {
            var (more, less) = (Rows(connection, stored, derived), Rows(connection, derived, stored));
            return (more, less) switch
            {
                (0, 0) => null,
                _ => FormattableString.Invariant($"{Math.Max(more, less)} rows are not those that the scenario gives"),
            };
        }
        catch (DuckDBException error)
        {
            return $"it is not the table that the scenario gives ({error.Message.ReplaceLineEndings(" ")})";
        }
    }

    private static long Rows(DuckDBConnection connection, string first, string second)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT count(*) FROM (FROM read_parquet({Sql.Quote(first)}) EXCEPT ALL FROM read_parquet({Sql.Quote(second)}))";
        return (long)command.ExecuteScalar()!;
    }
}
