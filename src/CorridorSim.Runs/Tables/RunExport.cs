using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>Writes a stored run in a format that other programs read.</summary>
public static class RunExport
{
    /// <summary>A value, or nothing where it is not defined: CSV has no word for that which every program reads.</summary>
    private const string Defined = "CASE WHEN isnan(value) THEN NULL ELSE value END";

    /// <summary>Writes the run to a file, which is replaced when it is there.</summary>
    /// <exception cref="RunStoreException">The run cannot be read or the file cannot be written.</exception>
    public static void Write(StoredRun run, ExportFormat format, string target)
    {
        ArgumentNullException.ThrowIfNull(run);
        var query = format switch
        {
            ExportFormat.Iamc => Iamc(run),
            ExportFormat.Csv => $"SELECT * REPLACE ({Defined} AS value) FROM read_parquet({Tables(run)})",
            _ => $"SELECT * FROM read_parquet({Tables(run)})",
        };
        var options = format == ExportFormat.Parquet ? "FORMAT parquet, COMPRESSION zstd" : "FORMAT csv, HEADER";
        try
        {
            DurableFile.Write(target, path =>
            {
                using var connection = Sql.Open();
                connection.Execute($"COPY ({query}) TO {Sql.Quote(path)} ({options})");
            });
        }
        catch (Exception error) when (StoreFault.Is(error))
        {
            throw new RunStoreException($"{target}: cannot export run {run.Manifest.Id} ({StoreFault.Words(error)}).", error);
        }
    }

    /// <summary>The tables of the step by which the run reports.</summary>
    private static string Tables(StoredRun run) =>
        Sql.List((run.Step == Model.Engine.ReportStep.Month ? run.SeriesFiles : run.PeriodFiles).Select(run.Checked));

    /// <summary>Each statistic is a variable of its own, as the format has one value a row.</summary>
    private static string Iamc(StoredRun run) => $"""
        SELECT 'CorridorSim' AS model, variant AS scenario, coalesce(leg, destination, place, 'World') AS region,
            concat_ws('|', variable, channel, nullif(nationality, 'ALL'), statistic) AS variable, unit, month AS period, {Defined} AS value
        FROM (UNPIVOT (SELECT * EXCLUDE (lanes) FROM read_parquet({Sql.Quote(run.Checked(StoredRun.SummaryFile))}))
              ON median, p05, p95 INTO NAME statistic VALUE value)
        ORDER BY ALL
        """;
}

/// <summary>How a run is taken away.</summary>
public enum ExportFormat
{
    /// <summary>All series, tidy, as CSV.</summary>
    Csv,

    /// <summary>All series, tidy, as one Parquet file.</summary>
    Parquet,

    /// <summary>The summary in the long format of integrated assessment modelling (IAMC), as CSV.</summary>
    Iamc,
}
