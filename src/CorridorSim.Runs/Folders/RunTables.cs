using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Running;
using DuckDB.NET.Data;

namespace CorridorSim.Runs.Folders;

/// <summary>Puts a result into tables in memory and writes them as Parquet; one variable at a time, so that memory stays small.</summary>
internal sealed class RunTables : IDisposable
{
    private const int LanesAtATime = 256;

    private readonly DuckDBConnection _connection = Sql.Open();
    private readonly ExperimentResult _result;
    private readonly BlockPlan _plan;
    private readonly HashSet<long> _failed;

    public RunTables(ExperimentResult result)
    {
        _result = result;
        _plan = result.Plan;
        _failed = [.. result.Failures.Select(f => f.Lane)];
        // Several databases are at work at once, each on one core.
        _connection.Execute("""
            SET threads = 1;
            CREATE TABLE lane (lane BIGINT, variant VARCHAR, replicate INTEGER, failure VARCHAR);
            CREATE TABLE input (lane BIGINT, path VARCHAR, value DOUBLE);
            CREATE TABLE month (number INTEGER, month VARCHAR);
            CREATE TABLE info (id INTEGER, variable VARCHAR, origin VARCHAR, destination VARCHAR, channel VARCHAR, leg VARCHAR,
                place VARCHAR, nationality VARCHAR, unit VARCHAR);
            CREATE TABLE history (id INTEGER, lane BIGINT, value DOUBLE[]);
            CREATE TABLE summary (id INTEGER, variant VARCHAR, month INTEGER, median DOUBLE, p05 DOUBLE, p25 DOUBLE, p75 DOUBLE,
                p95 DOUBLE, mean DOUBLE, lanes BIGINT);
            CREATE TABLE event (month INTEGER, instrument VARCHAR, provision VARCHAR, act VARCHAR, reason VARCHAR, lane BIGINT);
            """);
        FillLanes();
        FillMonths();
        FillSeries();
        NumberWords();
    }

    /// <summary>Names of the recorded variables.</summary>
    public static IEnumerable<string> Variables(BlockPlan plan) =>
        plan.Series.Select(s => s.Key.Variable).Distinct().Order(StringComparer.Ordinal);

    public void WriteLanes(string run, string path, CancellationToken cancellation)
    {
        FillInputs(cancellation);
        _connection.CopyToParquet(
            $"""
            SELECT {Sql.Quote(run)} AS run, lane, variant, replicate, failure,
                map_from_entries(list(struct_pack(k := path, v := value) ORDER BY path) FILTER (path IS NOT NULL)) AS inputs
            FROM lane LEFT JOIN input USING (lane) GROUP BY ALL ORDER BY lane
            """,
            path);
        _connection.Execute("DROP TABLE input");
    }

    /// <summary>Writes one variable; the points lie by series, lane and month, as the histories are put into the table.</summary>
    public void WriteSeries(string run, string variable, string path)
    {
        FillHistories(variable);
        _connection.CopyToParquet(
            $"""
            SELECT run, variable, origin, destination, channel, leg, place, nationality,
                unnest((SELECT list(month ORDER BY number) FROM month)) AS month, lane, variant, replicate, unnest(value) AS value, unit
            FROM history JOIN info USING (id) JOIN lane USING (lane), (SELECT {Sql.Quote(run)}::ENUM ({Sql.Quote(run)}) AS run)
            """,
            path);
        _connection.Execute("TRUNCATE history");
    }

    public void WriteSummary(string run, string path)
    {
        FillSummary();
        _connection.CopyToParquet(
            $"""
            SELECT {Sql.Quote(run)} AS run, variable, origin, destination, channel, leg, place, nationality, m.month, variant, unit,
                median, p05, p25, p75, p95, mean, lanes
            FROM summary s JOIN info USING (id) JOIN month m ON m.number = s.month ORDER BY id, variant, s.month
            """,
            path);
    }

    public void WriteEvents(string run, string path)
    {
        using (var appender = _connection.CreateAppender("event"))
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

        _connection.CopyToParquet(
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
        using var appender = _connection.CreateAppender("lane");
        for (var lane = 0L; lane < experiment.Lanes; lane++)
        {
            appender.CreateRow()
                .AppendValue(lane)
                .AppendValue(experiment.Variants[(int)(lane / experiment.Replicates)].Name)
                .AppendValue((int)(lane % experiment.Replicates))
                .AppendValue(reasons.GetValueOrDefault(lane)).EndRow();
        }
    }

    private void FillMonths()
    {
        using var appender = _connection.CreateAppender("month");
        for (var month = 0; month < _plan.Experiment.Months; month++)
        {
            appender.CreateRow().AppendValue(month).AppendValue(CalendarMonth.Format(_plan.Experiment.FirstMonth + month)).EndRow();
        }
    }

    private void FillSeries()
    {
        using var appender = _connection.CreateAppender("info");
        for (var id = 0; id < _plan.Series.Count; id++)
        {
            var series = _plan.Series[id];
            var place = SeriesPlace.Of(_plan, series.Key);
            appender.CreateRow()
                .AppendValue(id).AppendValue(series.Key.Variable)
                .AppendValue(place.Origin).AppendValue(place.Destination).AppendValue(place.Channel)
                .AppendValue(place.Leg).AppendValue(place.Place)
                .AppendValue(series.Key.Nationality).AppendValue(series.Unit).EndRow();
        }
    }

    /// <summary>Only inputs that differ from lane to lane say anything about a lane; the others are in the scenario.</summary>
    private void FillInputs(CancellationToken cancellation)
    {
        var experiment = _plan.Experiment;
        var slots = experiment.World.Slots;
        int[] varying =
        [
            .. Enumerable.Range(0, slots.Count).Where(s => slots[s].Value.Kind != DistributionKind.Constant)
                .Union(experiment.Variants.SelectMany(v => v.Settings).Select(s => s.Slot)).Order(),
        ];
        using var appender = _connection.CreateAppender("input");
        for (var first = 0L; first < experiment.Lanes && varying.Length > 0; first += LanesAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            var lanes = new LaneRange(first, (int)Math.Min(LanesAtATime, experiment.Lanes - first));
            var inputs = _plan.DrawInputs(lanes);
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                foreach (var slot in varying)
                {
                    appender.CreateRow().AppendValue(first + lane).AppendValue(slots[slot].Path).AppendValue(inputs.Lane(slot, lane)).EndRow();
                }
            }
        }
    }

    /// <summary>Words that stand in every row are kept as numbers, and go into the files as dictionaries at once.</summary>
    private void NumberWords()
    {
        string[] columns =
        [
            "lane.variant", "month.month", "info.variable", "info.origin", "info.destination", "info.channel", "info.leg", "info.place",
            "info.nationality", "info.unit",
        ];
        foreach (var (table, column) in columns.Select(c => c.Split('.')).Select(c => (c[0], c[1])))
        {
            _connection.Execute($"""
                CREATE TYPE {column}_word AS ENUM (SELECT DISTINCT coalesce({column}, '') FROM {table} ORDER BY ALL);
                ALTER TABLE {table} ALTER {column} TYPE {column}_word;
                """);
        }
    }

    private void FillHistories(string variable)
    {
        using var appender = _connection.CreateAppender("history");
        foreach (var block in _result.Blocks)
        {
            for (var id = 0; id < block.Series.Count; id++)
            {
                if (block.Series[id].Key.Variable == variable)
                {
                    FillHistories(appender, block, id);
                }
            }
        }
    }

    private void FillHistories(DuckDBAppender appender, BlockResult block, int id)
    {
        var values = block.Values[id];
        var history = new double[_plan.Experiment.Months];
        for (var column = 0; column < block.Lanes; column++)
        {
            var lane = block.FirstLane + column;
            if (_failed.Contains(lane))
            {
                continue;
            }

            for (var month = 0; month < history.Length; month++)
            {
                history[month] = values[(month * block.Lanes) + column];
            }

            appender.CreateRow().AppendValue(id).AppendValue(lane).AppendValue(history).EndRow();
        }
    }

    private void FillSummary()
    {
        using var appender = _connection.CreateAppender("summary");
        var summary = new SeriesSummary(_result, _failed);
        for (var id = 0; id < _plan.Series.Count; id++)
        {
            for (var variant = 0; variant < _plan.Experiment.Variants.Count; variant++)
            {
                for (var month = 0; month < _plan.Experiment.Months && summary.Read(id, variant, month) > 0; month++)
                {
                    appender.CreateRow()
                        .AppendValue(id).AppendValue(_plan.Experiment.Variants[variant].Name).AppendValue(month)
                        .AppendValue(summary.Quantile(0.5)).AppendValue(summary.Quantile(0.05)).AppendValue(summary.Quantile(0.25))
                        .AppendValue(summary.Quantile(0.75)).AppendValue(summary.Quantile(0.95))
                        .AppendValue(summary.Mean).AppendValue((long)summary.Count).EndRow();
                }
            }
        }
    }
}
