using System.Globalization;
using System.Text.Json;
using CorridorSim.Runs.Sweeps;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Folders;

/// <summary>
/// Answers one SELECT over all runs of a store, as views <c>runs</c>, <c>series</c>, <c>summary</c>, <c>events</c> and
/// <c>lanes</c>, and over its sweeps, as <c>sweeps</c>, <c>points</c> and <c>outcomes</c>. It cannot write, and can open no file but those of the runs.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="limits">What a question may cost; null for the limits that every host uses.</param>
public sealed class StoreQuery(RunStore store, QueryLimits? limits = null)
{
    private const string Confinement = """
        SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET allow_community_extensions = false;
        SET temp_directory = ''; SET enable_external_access = false; SET lock_configuration = true
        """;

    private readonly QueryLimits _limits = limits ?? new QueryLimits();

    /// <summary>Answers a query.</summary>
    /// <exception cref="QueryException">It is not one SELECT statement, is wrong, or reaches outside the store.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public QueryResult Answer(string sql, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var runs = store.List().Runs;
        using var connection = Sql.Open();
        FillRuns(connection, runs);
        CreateView(connection, "series", [.. runs.SelectMany(r => r.SeriesFiles)], "variable VARCHAR, value DOUBLE");
        CreateView(connection, "summary", [.. runs.Select(r => r.PathOf("summary.parquet"))], "variable VARCHAR, median DOUBLE");
        CreateView(connection, "events", [.. runs.Select(r => r.PathOf("events.parquet"))], "instrument VARCHAR, act VARCHAR");
        CreateView(connection, "lanes", [.. runs.Select(r => r.PathOf("lanes.parquet"))], "lane BIGINT, variant VARCHAR");
        var sweeps = new SweepStore(store).List().Sweeps;
        FillSweeps(connection, sweeps);
        string[] points = [.. sweeps.Select(s => s.PathOf(StoredSweep.PointsFile))];
        string[] outcomes = [.. sweeps.Where(s => s.Manifest.IsFinished).Select(s => s.PathOf(StoredSweep.OutcomesFile))];
        CreateView(connection, "points", points, "variant INTEGER");
        CreateView(connection, "outcomes", outcomes, "variant BIGINT, replicate BIGINT, lane BIGINT, indicator VARCHAR, name VARCHAR, period VARCHAR, unit VARCHAR, value DOUBLE");
        Confine(connection, runs, [.. points, .. outcomes]);
        using var time = new CancellationTokenSource(_limits.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            DemandOneSelect(connection, sql);
            return Read(connection, sql, either.Token);
        }
        catch (Exception error) when (error is DuckDBException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new QueryException(either.IsCancellationRequested ? $"The question took over {_limits.Time.TotalSeconds:0.#} s and was stopped; ask for less." : OneLine(error.Message), error);
        }
    }

    // The line that is quoted from the question, and the arrow below it, mean nothing once a terminal has wrapped them.
    private static string OneLine(string message) => message.ReplaceLineEndings("\n").Split("\n\nLINE ", 2)[0].ReplaceLineEndings(" ").Trim();

    private static void FillRuns(DuckDBConnection connection, IReadOnlyList<StoredRun> runs)
    {
        connection.Execute("""
            CREATE TABLE runs (run VARCHAR, name VARCHAR, scenario VARCHAR, status VARCHAR, created VARCHAR, replicates INTEGER,
                lanes BIGINT, months INTEGER, elapsed_seconds DOUBLE, result_hash VARCHAR)
            """);
        using var appender = connection.CreateAppender("runs");
        foreach (var run in runs.Select(r => r.Manifest))
        {
            appender.CreateRow()
                .AppendValue(run.Id).AppendValue(run.Name).AppendValue(run.Scenario).AppendValue(run.Status)
                .AppendValue(run.Created.ToString("O", CultureInfo.InvariantCulture))
                .AppendValue(run.Replicates).AppendValue(run.Lanes).AppendValue(run.Months)
                .AppendValue(run.ElapsedSeconds).AppendValue(run.ResultHash).EndRow();
        }
    }

    private static void FillSweeps(DuckDBConnection connection, IReadOnlyList<StoredSweep> sweeps)
    {
        connection.Execute("""
            CREATE TABLE sweeps (run VARCHAR, sweep VARCHAR, scenario VARCHAR, design VARCHAR, status VARCHAR, created VARCHAR, variants INTEGER,
                replicates INTEGER, lanes BIGINT, blocks INTEGER, blocks_done INTEGER, blocks_reused INTEGER, elapsed_seconds DOUBLE, result_hash VARCHAR)
            """);
        using var appender = connection.CreateAppender("sweeps");
        foreach (var sweep in sweeps.Select(s => s.Manifest))
        {
            appender.CreateRow()
                .AppendValue(sweep.Id).AppendValue(sweep.Sweep).AppendValue(sweep.Scenario).AppendValue(sweep.Design.Kind).AppendValue(sweep.Status)
                .AppendValue(sweep.Created.ToString("O", CultureInfo.InvariantCulture))
                .AppendValue(sweep.Variants).AppendValue(sweep.Replicates).AppendValue(sweep.Lanes).AppendValue(sweep.Blocks)
                .AppendValue(sweep.BlocksDone).AppendValue(sweep.BlocksReused).AppendValue(sweep.ElapsedSeconds)
                .AppendValue(sweep.ResultHash).EndRow();
        }
    }

    private static void CreateView(DuckDBConnection connection, string name, string[] files, string columns)
    {
        string[] there = [.. files.Where(File.Exists)];
        if (there.FirstOrDefault(IsElsewhere) is { } strange)
        {
            throw new QueryException($"'{strange}' leads out of the folder of its run by a link; put the file itself there, or remove the run.");
        }

        connection.Execute(there.Length == 0
            ? $"CREATE TABLE {name} (run VARCHAR, {columns})"
            : $"CREATE VIEW {name} AS SELECT * FROM read_parquet({Sql.List(there)}, union_by_name = true)");
    }

    /// <summary>Names with '..' are refused as manifests are read; but a file or its folder of series may be a link to any other.</summary>
    private static bool IsElsewhere(string path) =>
        File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)
        || new DirectoryInfo(Path.GetDirectoryName(path)!) is { Name: "series", LinkTarget: not null };

    /// <summary>The files are named one by one: what is not a table of a run is not to be read.</summary>
    private void Confine(DuckDBConnection connection, IReadOnlyList<StoredRun> runs, IEnumerable<string> ofSweeps)
    {
        var files = runs.SelectMany(r => r.Manifest.Files.Keys.Where(f => f.EndsWith(".parquet", StringComparison.Ordinal)).Select(r.PathOf)).Concat(ofSweeps);
        connection.Execute(FormattableString.Invariant($"SET memory_limit = '{_limits.MemoryMegabytes}MB'"));
        connection.Execute($"SET allowed_paths = {Sql.List(files)}");
        connection.Execute(Confinement);
    }

    /// <summary>DuckDB's own parser decides: it puts only SELECT statements into words.</summary>
    private static void DemandOneSelect(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT json_serialize_sql($sql::VARCHAR)::VARCHAR";
        command.Parameters.Add(new DuckDBParameter("sql", sql));
        using var parsed = Parsed((string)command.ExecuteScalar()!);
        if (parsed.RootElement.GetProperty("error").GetBoolean())
        {
            throw new QueryException($"Only one SELECT is answered: {parsed.RootElement.GetProperty("error_message").GetString()}");
        }

        if (parsed.RootElement.GetProperty("statements").GetArrayLength() != 1)
        {
            throw new QueryException("Only one SELECT is answered; ask one question at a time.");
        }
    }

    private static JsonDocument Parsed(string statements)
    {
        try
        {
            return JsonDocument.Parse(statements);
        }
        catch (JsonException error)
        {
            // DuckDB writes a number such as 1e400 as a word that is no JSON.
            throw new QueryException("Only one SELECT is answered, and its numbers must be finite.", error);
        }
    }

    private QueryResult Read(DuckDBConnection connection, string sql, CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var stop = cancellation.Register(command.Cancel);
        using var reader = command.ExecuteReader();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (rows.Count == _limits.Rows)
            {
                throw new QueryException($"The answer has over {_limits.Rows:#,0} rows; add a LIMIT, or aggregate.");
            }

            rows.Add([.. Enumerable.Range(0, columns.Length).Select(c => reader.IsDBNull(c) ? null : reader.GetValue(c))]);
        }

        return new QueryResult(columns, rows);
    }
}
