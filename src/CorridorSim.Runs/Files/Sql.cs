using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Files;

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

    /// <summary>
    /// A query whose figures have no value where they are not a number: SQL counts, averages and sorts without them, and a
    /// table of text has an empty cell.
    /// </summary>
    public static string WithoutNaN(string query, params IEnumerable<string> columns) =>
        $"SELECT * REPLACE ({string.Join(", ", columns.Select(c => $"CASE WHEN isnan({c}) THEN NULL ELSE {c} END AS {c}"))}) FROM ({query})";

    /// <summary>A figure for a table; no value where it is not a number.</summary>
    public static IDuckDBAppenderRow AppendFigure(this IDuckDBAppenderRow row, double figure) =>
        double.IsNaN(figure) ? row.AppendNullValue() : row.AppendValue(figure);

    /// <summary>A figure of a table; not-a-number where it has no value.</summary>
    public static double GetFigure(this DbDataReader rows, int column) => rows.IsDBNull(column) ? double.NaN : rows.GetDouble(column);

    /// <summary>Writes the rows of a query to a Parquet file.</summary>
    public static void CopyToParquet(this DuckDBConnection connection, string query, string path) =>
        connection.Execute($"COPY ({query}) TO {Quote(path)} (FORMAT parquet, COMPRESSION zstd)");
}
