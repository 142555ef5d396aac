using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>All series of a run, row by row, for whoever writes them in a format of its own.</summary>
public static class SeriesRows
{
    private const int RowsOfAChunk = 8192;

    /// <summary>The columns in order, and what each holds: text, whole numbers or figures.</summary>
    /// <exception cref="RunStoreException">A table is missing or damaged.</exception>
    public static IReadOnlyList<(string Name, Type Type)> Columns(StoredRun run)
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"{Query(run)} LIMIT 0";
        using var rows = command.ExecuteReader();
        return [.. Enumerable.Range(0, rows.FieldCount).Select(i => (rows.GetName(i), rows.GetFieldType(i)))];
    }

    /// <summary>The rows, a chunk at a time; null where there is no value.</summary>
    public static IEnumerable<IReadOnlyList<object?[]>> Read(StoredRun run)
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Query(run);
        command.UseStreamingMode = true;
        using var rows = command.ExecuteReader();
        var chunk = new List<object?[]>(RowsOfAChunk);
        while (rows.Read())
        {
            chunk.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? null : rows.GetValue(i))]);
            if (chunk.Count == RowsOfAChunk)
            {
                yield return chunk;
                chunk = new List<object?[]>(RowsOfAChunk);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private static string Query(StoredRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return $"SELECT * FROM read_parquet({Sql.List(run.SeriesFiles.Select(run.Checked))})";
    }
}
