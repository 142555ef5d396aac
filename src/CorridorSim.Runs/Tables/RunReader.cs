using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>Reads the series of a stored run, lane by lane.</summary>
/// <param name="run">The run.</param>
public sealed class RunReader(StoredRun run)
{
    /// <summary>Where a series belongs, as in <see cref="SeriesKey.Where"/>.</summary>
    private const string Where = "coalesce(channel, leg, place, '')";

    /// <summary>The series of the run with their units.</summary>
    public IReadOnlyList<(SeriesKey Key, string Unit)> Series()
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT DISTINCT variable, {Where}, nationality, unit FROM read_parquet({Sql.Quote(run.Checked(StoredRun.SummaryFile))}) ORDER BY ALL";
        using var rows = command.ExecuteReader();
        var series = new List<(SeriesKey, string)>();
        while (rows.Read())
        {
            series.Add((new SeriesKey(rows.GetString(0), rows.GetString(1), rows.GetString(2)), rows.GetString(3)));
        }

        return series;
    }

    /// <summary>Monthly values of one series: an array lanes x months; not-a-number in lanes that failed and in months in which the figure is not defined.</summary>
    /// <exception cref="RunNotFoundException">The run has not recorded the series.</exception>
    public double[][] Read(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadAll(key.Variable, key.Nationality, key.Where).GetValueOrDefault(key)
            ?? throw new RunNotFoundException($"Run {run.Manifest.Id} has not recorded '{key}'; choose one of its series.");
    }

    /// <summary>Monthly values of a variable at every place, or at one: opening a table costs more than reading it.</summary>
    /// <param name="variable">Name of the variable.</param>
    /// <param name="nationality">Nationality code, or <see cref="SeriesKey.All"/>.</param>
    /// <param name="place">Place; null for all.</param>
    /// <returns>Arrays lanes x months by series; empty when nothing was recorded.</returns>
    public IReadOnlyDictionary<SeriesKey, double[][]> ReadAll(string variable, string nationality, string? place = null)
    {
        var first = CalendarMonth.Parse(run.Manifest.From);
        return ReadAll(
            run.SeriesFiles, variable, nationality, place, "left(month, 4)::INTEGER * 12 + right(month, 2)::INTEGER - 1", first, run.Manifest.Months);
    }

    /// <summary>Weekly values of a variable at every place, where the run reports by week.</summary>
    /// <param name="variable">Name of the variable.</param>
    /// <param name="nationality">Nationality code, or <see cref="SeriesKey.All"/>.</param>
    /// <returns>Arrays lanes x weeks by series; empty when nothing was recorded.</returns>
    public IReadOnlyDictionary<SeriesKey, double[][]> ReadWeeks(string variable, string nationality)
    {
        const int Weeks = ReportSteps.WeeksPerMonth;
        return ReadAll(
            run.Step == ReportStep.Week ? run.PeriodFiles : [], variable, nationality, null, $"(left(period, 4)::INTEGER * 12 + substr(period, 6, 2)::INTEGER - 1) * {Weeks} + right(period, 1)::INTEGER - 1",
            CalendarMonth.Parse(run.Manifest.From) * Weeks, run.Manifest.Months * Weeks);
    }

    private Dictionary<SeriesKey, double[][]> ReadAll(
        IReadOnlyList<string> files, string variable, string nationality, string? place, string number, int first, int count)
    {
        var series = new Dictionary<SeriesKey, double[][]>();
        if (files.FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == variable) is not { } file)
        {
            return series;
        }

        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"""
            SELECT {Where} AS place, lane, {number} AS number, value
            FROM read_parquet({Sql.Quote(run.Checked(file))}) WHERE nationality = $nationality AND ($place IS NULL OR {Where} = $place)
            """;
        command.Parameters.Add(new DuckDBParameter("nationality", nationality));
        command.Parameters.Add(new DuckDBParameter("place", place));
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var key = new SeriesKey(variable, rows.GetString(0), nationality);
            if (!series.TryGetValue(key, out var lanes))
            {
                series.Add(key, lanes = Empty(count));
            }

            var (lane, month) = (rows.GetInt64(1), rows.GetInt32(2) - first);
            if (lane < 0 || lane >= lanes.Length || month < 0 || month >= count)
            {
                throw new RunStoreException($"{run.Manifest.Id}/{file}: the table has lanes or months that its run does not have; restore it from a copy, or run the scenario again.");
            }

            lanes[lane][month] = rows.GetFigure(3);
        }

        return series;
    }

    private double[][] Empty(int count) =>
        [.. Enumerable.Range(0, checked((int)run.Manifest.Lanes)).Select(_ => Enumerable.Repeat(double.NaN, count).ToArray())];
}
