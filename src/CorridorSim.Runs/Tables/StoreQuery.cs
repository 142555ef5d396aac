using System.Globalization;
using System.Text.Json;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// Answers one SELECT over all runs of a store, as views <c>runs</c>, <c>series</c>, <c>summary</c>, <c>events</c> and
/// <c>lanes</c>, and over its sweeps, as <c>sweeps</c>, <c>points</c> and <c>outcomes</c>. It cannot write, and can open no file but those of the runs.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="limits">What a question may cost; null for the limits that every host uses.</param>
public sealed class StoreQuery(RunStore store, QueryLimits? limits = null)
{
    private const string Confinement = """
        SET allow_community_extensions = false;
        SET temp_directory = ''; SET enable_external_access = false; SET lock_configuration = true
        """;

    private readonly QueryLimits _limits = limits ?? new QueryLimits();

    /// <summary>Runs and sweeps that the last question could not be asked of, and why; asked without them.</summary>
    public IReadOnlyList<DamagedRun> LeftOut { get; private set; } = [];

    /// <summary>Version of the database, which is loaded for it.</summary>
    public static string DatabaseVersion()
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT version()";
        return (string)command.ExecuteScalar()!;
    }

    /// <summary>Answers a query with all rows at once.</summary>
    /// <exception cref="QueryException">It is not one SELECT statement, is wrong, or reaches outside the store.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public QueryResult Answer(string sql, CancellationToken cancellation = default)
    {
        IReadOnlyList<string> columns = [];
        var rows = new List<IReadOnlyList<object?>>();
        Read(sql, names => columns = names, Keep, cancellation);
        return new QueryResult(columns, rows);

        void Keep(IReadOnlyList<object?> row)
        {
            if (rows.Count == _limits.Rows)
            {
                throw new QueryException($"The answer has over {_limits.Rows:#,0} rows; add a LIMIT, or aggregate.");
            }

            rows.Add(row);
        }
    }

    /// <summary>Answers a query row by row; the limit of rows does not apply, nor does that of time to who takes the rows.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="head">Takes the names of the columns.</param>
    /// <param name="row">Takes a row: one value a column, null where there is none.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="QueryException">It is not one SELECT statement, is wrong, or reaches outside the store.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Read(string sql, Action<IReadOnlyList<string>> head, Action<IReadOnlyList<object?>> row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(row);
        using var connection = Sql.Open();
        using var time = new CancellationTokenSource(_limits.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellation);
        try
        {
            Fill(connection);
            DemandOneSelect(connection, sql);
            Read(connection, sql, head, row, either.Token, cancellation);
        }
        catch (Exception error) when (error is DuckDBException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new QueryException(either.IsCancellationRequested ? $"The question took over {_limits.Time.TotalSeconds:0.#} s and was stopped; ask for less." : OneLine(error.Message), error);
        }
    }

    /// <summary>Makes the tables and views. What is damaged is left out whole: half of a run would be a wrong answer.</summary>
    private void Fill(DuckDBConnection connection)
    {
        var (runs, sweeps) = (store.List(), new SweepStore(store).List());
        var faults = runs.Runs.Select(r => (Run: r, Fault: r.TableFault ?? r.Fault())).ToArray();
        StoredRun[] sound = [.. faults.Where(f => f.Fault is null).Select(f => f.Run)];
        FillRuns(connection, sound);
        CreateView(connection, "series", [.. sound.SelectMany(r => r.SeriesFiles.Select(r.PathOf))], "variable VARCHAR, value DOUBLE");
        CreateView(connection, "summary", [.. sound.Select(r => r.PathOf(StoredRun.SummaryFile))], "variable VARCHAR, median DOUBLE");
        CreateView(connection, "events", [.. sound.Select(r => r.PathOf(StoredRun.EventsFile))], "instrument VARCHAR, act VARCHAR");
        CreateView(connection, "lanes", [.. sound.Select(r => r.PathOf(StoredRun.LanesFile))], "lane BIGINT, variant VARCHAR");
        var sweepFaults = sweeps.Sweeps.Select(s => (Sweep: s, Fault: s.TableFault ?? s.Fault())).ToArray();
        StoredSweep[] soundSweeps = [.. sweepFaults.Where(f => f.Fault is null).Select(f => f.Sweep)];
        FillSweeps(connection, soundSweeps);
        string[] points = [.. soundSweeps.Select(s => s.PathOf(StoredSweep.PointsFile))];
        string[] outcomes = [.. soundSweeps.Where(s => s.Manifest.IsFinished).Select(s => s.PathOf(StoredSweep.OutcomesFile))];
        CreateView(connection, "points", points, "variant INTEGER");
        CreateView(connection, "outcomes", outcomes, "variant BIGINT, replicate BIGINT, lane BIGINT, indicator VARCHAR, name VARCHAR, period VARCHAR, unit VARCHAR, value DOUBLE");
        Confine(connection, sound, [.. points, .. outcomes]);
        LeftOut =
        [
            .. runs.Damaged, .. sweeps.Damaged,
            .. faults.Where(f => f.Fault is not null).Select(f => new DamagedRun(f.Run.Folder, f.Fault!)),
            .. sweepFaults.Where(f => f.Fault is not null).Select(f => new DamagedRun(f.Sweep.Folder, f.Fault!)),
        ];
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
        connection.Execute("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false");
        SetZone(connection);
        connection.Execute(Confinement);
    }

    /// <summary>Moments are told in UTC wherever the program runs; a build of DuckDB without time zones does so anyway.</summary>
    private static void SetZone(DuckDBConnection connection)
    {
        try
        {
            connection.Execute("SET TimeZone = 'UTC'");
        }
        catch (DuckDBException)
        {
            // It knows no time zones.
        }
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

    private static void Read(
        DuckDBConnection connection,
        string sql,
        Action<IReadOnlyList<string>> head,
        Action<IReadOnlyList<object?>> row,
        CancellationToken limited,
        CancellationToken cancellation)
    {
        using var command = connection.CreateCommand();
        using var stop = limited.Register(command.Cancel);
        var columns = QueryColumns.Of(connection, sql);
        limited.ThrowIfCancellationRequested();
        command.CommandText = columns.Rewrite(sql);
        using var reader = command.ExecuteReader();
        head(columns.Names);
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            row([.. Enumerable.Range(0, columns.Names.Count).Select(c => columns.Value(reader, c))]);
        }
    }
}

/// <summary>What one question over a store may cost.</summary>
public sealed record QueryLimits
{
    /// <summary>Time it may take.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory of the database, megabytes; nothing is written to disk instead.</summary>
    public int MemoryMegabytes { get; init; } = 2000;

    /// <summary>Rows of the answer.</summary>
    public int Rows { get; init; } = 1_000_000;
}

/// <summary>The rows of a query.</summary>
/// <param name="Columns">Names of the columns.</param>
/// <param name="Rows">Rows, each with one value a column; null where there is none.</param>
public sealed record QueryResult(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>A query that is not allowed or that DuckDB does not understand.</summary>
public sealed class QueryException : Exception
{
    /// <summary>Creates the exception.</summary>
    public QueryException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public QueryException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
