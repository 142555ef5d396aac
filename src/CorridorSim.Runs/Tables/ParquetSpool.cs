using System.Globalization;
using CorridorSim.Runs.Files;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// Takes rows as they come and makes a Parquet file of them in the end, as its list of contents stands last. They lie on disk
/// meanwhile, so that memory does not grow with them.
/// </summary>
public sealed class ParquetSpool : IDisposable
{
    private const string Ending = ".parquet";
    private const string Memory = "SET memory_limit = '200MB'; SET threads = 1";

    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim-table-").FullName;
    private readonly DuckDBConnection _connection;
    private DuckDBAppender? _appender;

    /// <summary>Begins a table.</summary>
    /// <param name="columns">Names of the columns, and <c>VARCHAR</c>, <c>BIGINT</c> or <c>DOUBLE</c> for each.</param>
    public ParquetSpool(IEnumerable<(string Name, string Kind)> columns)
    {
        _connection = new DuckDBConnection($"DataSource={Path.Combine(_folder, "rows.duckdb")}");
        _connection.Open();
        _connection.Execute($"{Memory}; CREATE TABLE row ({string.Join(", ", columns.Select(c => $"\"{c.Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {c.Kind}"))})");
        _appender = _connection.CreateAppender("row");
    }

    /// <summary>Adds a row: texts, whole numbers, figures, or null where there is no value.</summary>
    public void Add(IReadOnlyList<object?> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var row = (_appender ?? throw new InvalidOperationException("the table is finished")).CreateRow();
        foreach (var cell in cells)
        {
            _ = cell switch
            {
                null => row.AppendNullValue(),
                string text => row.AppendValue(text),
                double figure => row.AppendFigure(figure),
                _ => row.AppendValue(Convert.ToInt64(cell, CultureInfo.InvariantCulture)),
            };
        }

        row.EndRow();
    }

    /// <summary>The file, which vanishes when it is closed.</summary>
    public FileStream Finish()
    {
        _appender?.Dispose();
        _appender = null;
        var path = Path.Combine(Path.GetTempPath(), Path.GetFileName(_folder) + Ending);
        _connection.CopyToParquet("FROM row", path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _appender?.Dispose();
        _connection.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
