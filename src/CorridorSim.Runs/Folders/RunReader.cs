using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Folders;

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
            $"SELECT DISTINCT variable, {Where}, nationality, unit FROM read_parquet({Sql.Quote(run.PathOf("summary.parquet"))}) ORDER BY ALL";
        using var rows = command.ExecuteReader();
        var series = new List<(SeriesKey, string)>();
        while (rows.Read())
        {
            series.Add((new SeriesKey(rows.GetString(0), rows.GetString(1), rows.GetString(2)), rows.GetString(3)));
        }

        return series;
    }

    /// <summary>Monthly values of one series: an array lanes x months; not-a-number in lanes that failed.</summary>
    /// <exception cref="RunNotFoundException">The run has not recorded the series.</exception>
    public double[][] Read(SeriesKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var file = run.SeriesFiles.FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == key.Variable);
        var lanes = Enumerable.Range(0, checked((int)run.Manifest.Lanes))
            .Select(_ => Enumerable.Repeat(double.NaN, run.Manifest.Months).ToArray()).ToArray();
        var found = file is not null && Fill(lanes, file, key);
        return found ? lanes : throw new RunNotFoundException($"Run {run.Manifest.Id} has not recorded '{key}'; choose one of its series.");
    }

    private bool Fill(double[][] lanes, string file, SeriesKey key)
    {
        using var connection = Sql.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT lane, month, value FROM read_parquet({Sql.Quote(file)}) WHERE {Where} = $place AND nationality = $nationality";
        command.Parameters.Add(new DuckDBParameter("place", key.Where));
        command.Parameters.Add(new DuckDBParameter("nationality", key.Nationality));
        using var rows = command.ExecuteReader();
        var first = CalendarMonth.Parse(run.Manifest.From);
        var any = false;
        while (rows.Read())
        {
            lanes[rows.GetInt64(0)][CalendarMonth.Parse(rows.GetString(1)) - first] = rows.GetDouble(2);
            any = true;
        }

        return any;
    }
}
