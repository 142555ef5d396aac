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
        _connection.Execute("""
            CREATE TABLE lane (lane BIGINT, variant VARCHAR, replicate INTEGER, failure VARCHAR);
            CREATE TABLE input (lane BIGINT, path VARCHAR, value DOUBLE);
            CREATE TABLE month (number INTEGER, month VARCHAR);
            CREATE TABLE info (id INTEGER, variable VARCHAR, origin VARCHAR, destination VARCHAR, channel VARCHAR, leg VARCHAR,
                place VARCHAR, nationality VARCHAR, unit VARCHAR);
            CREATE TABLE point (id INTEGER, month INTEGER, lane BIGINT, value DOUBLE);
            CREATE TABLE event (month INTEGER, instrument VARCHAR, provision VARCHAR, act VARCHAR, reason VARCHAR, lane BIGINT);
            """);
        FillLanes();
        FillMonths();
        FillSeries();
    }

    /// <summary>Names of the recorded variables.</summary>
    public IEnumerable<string> Variables => _plan.Series.Select(s => s.Key.Variable).Distinct().Order(StringComparer.Ordinal);

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

    public void WriteSeries(string run, string variable, string path)
    {
        FillPoints(variable);
        _connection.CopyToParquet(
            $"""
            SELECT {Sql.Quote(run)} AS run, variable, origin, destination, channel, leg, place, nationality, m.month, lane, variant, replicate, value, unit
            FROM point p JOIN info USING (id) JOIN lane USING (lane) JOIN month m ON m.number = p.month ORDER BY id, lane, p.month
            """,
            path);
        var summary = $"""
            SELECT {Sql.Quote(run)} AS run, id, variable, origin, destination, channel, leg, place, nationality, m.month, variant, unit,
                median(value) AS median, quantile_cont(value, 0.05) AS p05, quantile_cont(value, 0.25) AS p25,
                quantile_cont(value, 0.75) AS p75, quantile_cont(value, 0.95) AS p95, avg(value) AS mean, count(*) AS lanes
            FROM point p JOIN info USING (id) JOIN lane USING (lane) JOIN month m ON m.number = p.month GROUP BY ALL
            """;
        _connection.Execute($"CREATE TABLE IF NOT EXISTS summary AS FROM ({summary}) LIMIT 0; INSERT INTO summary {summary}; DELETE FROM point");
    }

    public void WriteSummary(string path) =>
        _connection.CopyToParquet("SELECT * EXCLUDE (id) FROM summary ORDER BY id, variant, month", path);

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
            var inputs = new Block(_plan, lanes).Inputs;
            for (var lane = 0; lane < lanes.Count; lane++)
            {
                foreach (var slot in varying)
                {
                    appender.CreateRow().AppendValue(first + lane).AppendValue(slots[slot].Path).AppendValue(inputs.Lane(slot, lane)).EndRow();
                }
            }
        }
    }

    private void FillPoints(string variable)
    {
        using var appender = _connection.CreateAppender("point");
        foreach (var block in _result.Blocks)
        {
            for (var id = 0; id < block.Series.Count; id++)
            {
                if (block.Series[id].Key.Variable == variable)
                {
                    FillPoints(appender, block, id);
                }
            }
        }
    }

    private void FillPoints(DuckDBAppender appender, BlockResult block, int id)
    {
        for (var i = 0; i < block.Values[id].Length; i++)
        {
            var lane = block.FirstLane + (i % block.Lanes);
            if (!_failed.Contains(lane))
            {
                appender.CreateRow().AppendValue(id).AppendValue(i / block.Lanes).AppendValue(lane).AppendValue(block.Values[id][i]).EndRow();
            }
        }
    }
}
