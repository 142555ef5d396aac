using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Running;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Tables;

/// <summary>
/// Puts a result into tables in memory and writes them as Parquet; one variable at a time, so that memory stays small. Several
/// threads may write files at once: they share what is said of lanes, months and series, and each has its own rows.
/// </summary>
internal sealed class RunTables : IDisposable
{
    private const int LanesAtATime = 256;

    private static readonly string[] Statistics = ["median", "p05", "p25", "p75", "p95", "mean"];

    private readonly DuckDBConnection _connection = Sql.Open();
    private readonly ExperimentResult _result;
    private readonly BlockPlan _plan;
    private readonly HashSet<long> _failed;
    private readonly ReportedPeriods _months;
    private readonly ReportedPeriods _periods;

    public RunTables(ExperimentResult result)
    {
        _result = result;
        _plan = result.Plan;
        _failed = [.. result.Failures.Select(f => f.Lane)];
        _months = new ReportedPeriods(ReportStep.Month, _plan.Experiment.FirstMonth, _plan.Experiment.Months);
        _periods = new ReportedPeriods(_plan.Experiment.Step, _plan.Experiment.FirstMonth, _plan.Experiment.Months);
        // Whoever writes a file does so on its own core.
        _connection.Execute("SET threads = 1");
        FillLanes();
        FillMonths();
        FillSeries();
    }

    /// <summary>Names of the recorded variables.</summary>
    public static IEnumerable<string> Variables(BlockPlan plan) =>
        plan.Series.Select(s => s.Key.Variable).Distinct().Order(StringComparer.Ordinal);

    public void WriteLanes(string run, string path, CancellationToken cancellation)
    {
        using var connection = _connection.Another();
        connection.Execute("CREATE TEMP TABLE input (lane BIGINT, value DOUBLE[])");
        var varying = Varying();
        FillInputs(connection, varying, cancellation);
        var inputs = varying.Length == 0
            ? "NULL::MAP(VARCHAR, DOUBLE)"
            : $"map({Sql.List(varying.Select(s => _plan.Experiment.World.Slots[s.Index].Path))}, value)";
        connection.CopyToParquet(
            $"SELECT {Sql.Quote(run)} AS run, lane, variant, replicate, failure, {inputs} AS inputs FROM lane JOIN input USING (lane) ORDER BY lane",
            path);
    }

    /// <summary>Writes one variable; the points lie by series, lane and month, as the histories are put into the table.</summary>
    public void WriteSeries(string run, string variable, string path) => WriteSeries(run, variable, path, _months, "month");

    /// <summary>Writes one variable by the week or quarter of the experiment.</summary>
    public void WritePeriods(string run, string variable, string path) => WriteSeries(run, variable, path, _periods, "period");

    /// <summary>Writes the distribution of each series in each month, by series, variant and month.</summary>
    public void WriteSummary(string run, string path)
    {
        using var connection = _connection.Another();
        connection.Execute("""
            CREATE TEMP TABLE summary (id INTEGER, lane BIGINT, lanes BIGINT[], median DOUBLE[], p05 DOUBLE[], p25 DOUBLE[], p75 DOUBLE[],
                p95 DOUBLE[], mean DOUBLE[])
            """);
        FillSummary(connection);
        connection.CopyToParquet(
            Sql.WithoutNaN(
                $"""
                SELECT run, variable, origin, destination, channel, leg, place, nationality,
                    unnest((SELECT list(month ORDER BY number) FROM month)) AS month, variant, unit,
                    {string.Join(", ", Statistics.Append("lanes").Select(s => $"unnest({s}) AS {s}"))}
                FROM (
                    SELECT * FROM summary JOIN info USING (id) JOIN lane USING (lane), (SELECT {Sql.Quote(run)}::ENUM ({Sql.Quote(run)}) AS run)
                    ORDER BY id, variant)
                """,
                Statistics),
            path);
    }

    public void WriteEvents(string run, string path)
    {
        using var connection = _connection.Another();
        connection.Execute("""
            CREATE TEMP TABLE event (month INTEGER, instrument VARCHAR, provision VARCHAR, act VARCHAR, reason VARCHAR, lane BIGINT)
            """);
        using (var appender = connection.CreateAppender("event"))
        {
            foreach (var act in _result.Blocks.SelectMany(b => b.Events))
            {
                foreach (var lane in act.Lanes)
                {
                    appender.CreateRow()
                        .AppendValue(act.Month).AppendValue(act.Instrument).AppendValue(act.Provision)
                        .AppendValue(act.Act).AppendValue(act.Reason).AppendValue(lane).EndRow();
                }
            }
        }

        connection.CopyToParquet(
            $"""
            SELECT {Sql.Quote(run)} AS run, m.month, instrument, provision, act, reason, lane, variant, replicate
            FROM event e JOIN lane USING (lane) JOIN month m ON m.number = e.month ORDER BY e.month, instrument, provision, act, lane
            """,
            path);
    }

    public void Dispose() => _connection.Dispose();

    private void FillLanes()
    {
        var reasons = _result.Failures.ToDictionary(f => f.Lane, f => $"{f.Participant}, tick {f.Tick}: {f.Reason}");
        var experiment = _plan.Experiment;
        Fill("lane", ["lane", "replicate"], ["variant", "failure"], experiment.Lanes, lane => (
            [lane, lane % experiment.Replicates],
            [experiment.Variants[(int)(lane / experiment.Replicates)].Name, reasons.GetValueOrDefault(lane)]));
    }

    private void FillMonths()
    {
        Fill("month", ["number"], ["month"], _months.Count, month => ([month], [_months.Names[(int)month]]));
        if (_periods.Step != ReportStep.Month)
        {
            Fill("period", ["number"], ["period"], _periods.Count, period => ([period], [_periods.Names[(int)period]]));
        }
    }

    private void FillSeries() =>
        Fill("info", ["id"], ["variable", "origin", "destination", "channel", "leg", "place", "nationality", "unit"], _plan.Series.Count, id =>
        {
            var series = _plan.Series[(int)id];
            var place = SeriesPlace.Of(_plan, series.Key);
            return (
                [id],
                [series.Key.Variable, place.Origin, place.Destination, place.Channel, place.Leg, place.Place, series.Key.Nationality, series.Unit]);
        });

    /// <summary>
    /// Makes a table of numbers and words. Words are kept as numbers too, since they stand in every row, and go into the files as
    /// dictionaries at once.
    /// </summary>
    private void Fill(string table, string[] numbers, string[] words, long count, Func<long, (long[] Numbers, string?[] Words)> row)
    {
        var seen = words.Select(_ => new SortedSet<string>(StringComparer.Ordinal) { string.Empty }).ToArray();
        _connection.Execute($"CREATE TEMP TABLE text ({string.Join(", ", numbers.Select(n => $"{n} BIGINT").Concat(words.Select(w => $"{w} VARCHAR")))})");
        using (var appender = _connection.CreateAppender("text"))
        {
            for (var i = 0L; i < count; i++)
            {
                var cells = row(i);
                var added = appender.CreateRow();
                foreach (var number in cells.Numbers)
                {
                    added.AppendValue(number);
                }

                foreach (var (word, all) in cells.Words.Zip(seen))
                {
                    added.AppendValue(word);
                    _ = word is not null && all.Add(word);
                }

                added.EndRow();
            }
        }

        foreach (var (word, all) in words.Zip(seen))
        {
            _connection.Execute($"CREATE TYPE {word}_word AS ENUM ({string.Join(", ", all.Select(Sql.Quote))})");
        }

        var typed = numbers.Select(n => n == "lane" ? n : $"{n}::INTEGER AS {n}").Concat(words.Select(w => $"{w}::{w}_word AS {w}"));
        _connection.Execute($"CREATE TABLE {table} AS SELECT {string.Join(", ", typed)} FROM text; DROP TABLE text");
    }

    /// <summary>Only inputs that differ from lane to lane say anything about a lane; the others are in the scenario.</summary>
    private Slot[] Varying()
    {
        var slots = _plan.Experiment.World.Slots;
        return
        [
            .. Enumerable.Range(0, slots.Count).Where(s => slots[s].Value.Kind != DistributionKind.Constant).Select(s => new Slot(s))
                .Union(_plan.Experiment.Variants.SelectMany(v => v.Settings).Select(s => s.Slot))
                .OrderBy(s => slots[s.Index].Path, StringComparer.Ordinal),
        ];
    }

    private void FillInputs(DuckDBConnection connection, Slot[] slots, CancellationToken cancellation)
    {
        var experiment = _plan.Experiment;
        using var appender = connection.CreateAppender("input");
        for (var first = 0L; first < experiment.Lanes; first += LanesAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            var lanes = new LaneRange(first, (int)Math.Min(LanesAtATime, experiment.Lanes - first));
            var inputs = _plan.DrawInputs(lanes);
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                appender.CreateRow().AppendValue(first + lane).AppendValue(Array.ConvertAll(slots, s => inputs.Lane(s, lane))).EndRow();
            }
        }
    }

    private void WriteSeries(string run, string variable, string path, ReportedPeriods periods, string column)
    {
        using var connection = _connection.Another();
        connection.Execute("CREATE TEMP TABLE history (id INTEGER, lane BIGINT, value DOUBLE[])");
        var hasGaps = FillHistories(connection, variable, periods);
        var unit = periods.Step == ReportStep.Month ? "unit" : $"replace(unit::VARCHAR, '/month', '/{periods.Step.Name()}') AS unit";
        var query = $"""
            SELECT run, variable, origin, destination, channel, leg, place, nationality,
                unnest((SELECT list({column} ORDER BY number) FROM {column})) AS {column}, lane, variant, replicate, unnest(value) AS value, {unit}
            FROM history JOIN info USING (id) JOIN lane USING (lane), (SELECT {Sql.Quote(run)}::ENUM ({Sql.Quote(run)}) AS run)
            """;
        connection.CopyToParquet(hasGaps ? Sql.WithoutNaN(query, "value") : query, path);
    }

    /// <summary>Puts the histories of a variable into the table; true when one of its values is not a number.</summary>
    private bool FillHistories(DuckDBConnection connection, string variable, ReportedPeriods periods)
    {
        var hasGaps = false;
        using var appender = connection.CreateAppender("history");
        foreach (var block in _result.Blocks)
        {
            foreach (var id in Enumerable.Range(0, block.Series.Count).Where(id => block.Series[id].Key.Variable == variable))
            {
                for (var column = 0; column < block.Lanes; column++)
                {
                    var lane = block.FirstLane + column;
                    if (_failed.Contains(lane))
                    {
                        continue;
                    }

                    var history = periods.Of(block, id, column);
                    hasGaps |= history.AsSpan().Contains(double.NaN);
                    appender.CreateRow().AppendValue(id).AppendValue(lane).AppendValue(history).EndRow();
                }
            }
        }

        return hasGaps;
    }

    private void FillSummary(DuckDBConnection connection)
    {
        double[] shares = [0.5, 0.05, 0.25, 0.75, 0.95];
        var experiment = _plan.Experiment;
        var columns = Statistics.Select(_ => new double[experiment.Months]).ToArray();
        var counts = new long[experiment.Months];
        var summary = new SeriesSummary(_result, _failed);
        using var appender = connection.CreateAppender("summary");
        for (var id = 0; id < _plan.Series.Count; id++)
        {
            for (var variant = 0; variant < experiment.Variants.Count; variant++)
            {
                if (HasFailed(variant))
                {
                    continue;
                }

                for (var month = 0; month < experiment.Months; month++)
                {
                    counts[month] = summary.Read(id, variant, month);
                    for (var share = 0; share < shares.Length; share++)
                    {
                        columns[share][month] = summary.Quantile(shares[share]);
                    }

                    columns[^1][month] = summary.Mean;
                }

                var row = appender.CreateRow().AppendValue(id).AppendValue((long)variant * experiment.Replicates).AppendValue(counts);
                foreach (var column in columns)
                {
                    row.AppendValue(column);
                }

                row.EndRow();
            }
        }
    }

    /// <summary>True when every replicate of a variant failed: nothing is said of it.</summary>
    private bool HasFailed(int variant)
    {
        var replicates = _plan.Experiment.Replicates;
        return _failed.Count >= replicates && Enumerable.Range(0, replicates).All(k => _failed.Contains(((long)variant * replicates) + k));
    }
}
