using System.Globalization;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Folders;

/// <summary>The few things said to DuckDB again and again.</summary>
internal static class Sql
{
    /// <summary>Opens a database in memory.</summary>
    public static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    /// <summary>Opens another connection to the same database; its temporary tables are its own.</summary>
    public static DuckDBConnection Another(this DuckDBConnection connection)
    {
        var another = connection.Duplicate();
        another.Open();
        return another;
    }

    public static void Execute(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>A text as SQL literal.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Texts as SQL list.</summary>
    public static string List(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quote))}]";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Writes the rows of a query to a Parquet file.</summary>
    public static void CopyToParquet(this DuckDBConnection connection, string query, string path) =>
        connection.Execute($"COPY ({query}) TO {Quote(path)} (FORMAT parquet, COMPRESSION zstd)");
}
