using System.Globalization;
using CorridorSim.Runs.Files;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// The figures of one block as Parquet: row (lane counted from the first of the block), column, value; failed lanes are left out,
/// and what is not a number in a lane (a wait of nobody) has no value.
/// </summary>
internal static class BlockFile
{
    /// <summary>Writes figures.</summary>
    /// <param name="database">A database in memory, the same for all blocks: to make one takes longer than to write a block.</param>
    /// <param name="path">The file.</param>
    /// <param name="values">Columns x lanes.</param>
    /// <param name="failed">Rows to leave out.</param>
    public static void Write(DuckDBConnection database, string path, double[][] values, IReadOnlySet<int> failed)
    {
        using var connection = database.Another();
        connection.Execute("CREATE TEMP TABLE figure (\"row\" INTEGER, \"column\" INTEGER, value DOUBLE)");
        using (var appender = connection.CreateAppender("figure"))
        {
            for (var lane = 0; lane < (values.Length == 0 ? 0 : values[0].Length); lane++)
            {
                for (var column = 0; column < values.Length && !failed.Contains(lane); column++)
                {
                    appender.CreateRow().AppendValue(lane).AppendValue(column).AppendFigure(values[column][lane]).EndRow();
                }
            }
        }

        connection.CopyToParquet("FROM figure", path);
    }

    /// <summary>Reads figures: lanes x columns, not-a-number where there are none.</summary>
    /// <exception cref="RunStoreException">The file has others.</exception>
    public static double[][] Read(DuckDBConnection connection, string path, int lanes, int columns)
    {
        double[][] values = [.. Enumerable.Range(0, lanes).Select(_ => Enumerable.Repeat(double.NaN, columns).ToArray())];
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"SELECT \"row\", \"column\", value FROM read_parquet({Sql.Quote(path)})");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var (row, column) = (rows.GetInt32(0), rows.GetInt32(1));
            if (row < 0 || row >= lanes || column < 0 || column >= columns)
            {
                throw new RunStoreException($"{path}: the block has figures of lanes or columns that are not its own; remove the file and continue the sweep with --resume.");
            }

            values[row][column] = rows.GetFigure(2);
        }

        return values;
    }
}
