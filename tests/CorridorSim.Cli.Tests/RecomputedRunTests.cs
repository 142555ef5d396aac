using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests;

/// <summary>
/// The figures of runs, computed anew from their Parquet tables with nothing but SQL: what is printed, exported and given as JSON
/// has to equal it, closed channels and a suspended agreement included.
/// </summary>
public sealed partial class RecomputedRunTests(ComparedRun run, OpenedScheme schemes) : IClassFixture<ComparedRun>, IClassFixture<OpenedScheme>
{
    private const string Scenario = "us-panama-2022";
    private const string Baseline = "americas-history";
    private const double Tolerance = 1e-9;

    [Fact]
    public async Task Effects_equal_those_of_the_tables()
    {
        string[] indicators = ["deaths", "admissions", "admissions:usa-resettlement", "irregular-entries:COL>PAN", "queue:usa-parole", "wait:usa-parole", "legal-share"];
        var shown = (await CompareAsync(run.Program, $"{run.Id}:{Baseline}", run.Id, indicators)).ToDictionary(e => e.GetProperty("indicator").GetString()!);

        var computed = await QueryAsync(run.Program, $"""
            with cells as ({RecomputedSql.Rows(run.Id)}), t as ({RecomputedSql.Tables(indicators)}),
            d as (select indicator, a.v as before, b.v as after, b.v - a.v as d from (select * from t where variant = '{Baseline}') a
                join (select * from t where variant = '{Scenario}') b using (indicator, replicate))
            select indicator, median(before), median(after), median(d), quantile_cont(d, 0.05), quantile_cont(d, 0.95),
                count(*) filter (d > 1e-9 * greatest(1, after)), count(*) filter (d < -1e-9 * greatest(1, after)) from d group by indicator
            """);

        Assert.Equal(indicators.Length, computed.Length);
        foreach (var row in computed)
        {
            var effect = shown[row[0].GetString()!];
            string[] names = ["baseMedian", "otherMedian", "differenceMedian", "p05", "p95", "positive", "negative"];
            Assert.All(names.Select((name, i) => (name, i)), n => Same(row[n.i + 1].GetDouble(), effect.GetProperty(n.name).GetDouble(), effect.GetProperty("otherMedian").GetDouble(), $"{row[0]} {n.name}"));
        }
    }

    [Theory]
    [InlineData("panama")]
    [InlineData("opened")]
    [InlineData("closed")]
    public async Task Summaries_equal_the_quantiles_of_the_series(string which)
    {
        var (program, id) = Named(which);

        var different = await QueryAsync(program, $"""
            with own as (select variable, coalesce(channel, leg, place, '') as place, nationality, month, variant, median(value) as median,
                    quantile_cont(value, 0.05) as p05, quantile_cont(value, 0.95) as p95, avg(value) as mean, count(value) as lanes
                from series where run = '{id}' group by all),
            kept as (select variable, coalesce(channel, leg, place, '') as place, nationality, month, variant, median, p05, p95, mean, lanes from summary where run = '{id}')
            select count(*), count(*) filter (o.lanes <> k.lanes or (o.median is null) <> (k.median is null)
                or greatest(abs(o.median - k.median), abs(o.p05 - k.p05), abs(o.p95 - k.p95), abs(o.mean - k.mean)) > {Tolerance.ToString(CultureInfo.InvariantCulture)} * greatest(1, abs(o.median)))
            from own o full join kept k using (variable, place, nationality, month, variant)
            """);

        Assert.True(different[0][0].GetInt64() > 50);
        Assert.Equal(0, different[0][1].GetInt64());
    }

    [Fact]
    public async Task What_became_of_the_agreement_equals_what_events_and_series_say()
    {
        // The threshold is lowered so far that the arrangement is suspended in every model that comes near the record.
        var (ran, made, fault) = await run.Program.StartAsync(
            "run", "scenarios/us-panama-2022.yaml", "--replicates", "4", "--to", "2023-06", "--set", "agreements.us-panama.conditions.suspend-when.above=30000", "--runs", run.Program.Runs, "--json");
        Assert.True(ran == 0, fault);
        var id = JsonDocument.Parse(made).RootElement.GetProperty("runId").GetString()!;
        var (_, output, _) = await run.Program.StartAsync("show", id, "--runs", run.Program.Runs, "--json");
        var status = JsonDocument.Parse(output).RootElement.GetProperty("agreements").EnumerateArray().Single(a => a.GetProperty("instrument").GetString() == "us-panama");

        var computed = await QueryAsync(run.Program, $"""
            with cells as ({RecomputedSql.Rows(id)}), p as (select replicate, month, max(value) filter (variable = 'promised') > 0 as due, max(value) filter (variable = 'delivery') > 0 as runs
                from cells where variant = '{Scenario}' and place like 'us-panama/%' group by all),
            s as (select count(distinct replicate) as n, min(month) as first from events where run = '{id}' and variant = '{Scenario}' and instrument = 'us-panama' and act = 'suspended')
            select count(*) filter (runs) / count(*) filter (due), count(distinct replicate) filter (runs), (select n from s), (select first from s),
                (select median(v) from (select replicate, sum(value) as v from cells where variable = 'delivered' and place = 'us-panama/referrals' and variant = '{Scenario}' group by all)),
                (select median(v) from (select replicate, sum(value) as v from cells where variable = 'promised' and place = 'us-panama/referrals' and variant = '{Scenario}' group by all))
            from p
            """);

        Assert.Equal(computed[0][0].GetDouble(), status.GetProperty("shareOfMonths").GetDouble(), Tolerance);
        Assert.Equal(computed[0][1].GetInt32(), status.GetProperty("inForce").GetInt32());
        Assert.True(computed[0][2].GetInt32() > 0, "the run has no suspension to tell of");
        Assert.Equal((computed[0][2].GetInt32(), computed[0][3].GetString()), (status.GetProperty("suspended").GetInt32(), status.GetProperty("firstSuspended").GetString()));
        var places = status.GetProperty("places").EnumerateArray().Single(p => p.GetProperty("provision").GetString() == "referrals");
        Assert.Equal(computed[0][4].GetDouble(), places.GetProperty("delivered").GetProperty("median").GetDouble(), 1e-6);
        Assert.Equal(computed[0][5].GetDouble(), places.GetProperty("promised").GetProperty("median").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task An_effect_that_is_its_own_assumption_is_marked_with_the_part_that_is()
    {
        var marked = run.Printed.GetProperty("directSizes").EnumerateArray().Single(d => d.GetProperty("indicator").GetString() == "deaths");

        var computed = await QueryAsync(run.Program, $"""
            with cells as ({RecomputedSql.Rows(run.Id)}),
            own as (select d.replicate, sum(d.value * w.value * (0.7 - 1)) as v from (select * from cells where variable = 'deaths' and place = 'COL>PAN' and variant = '{Baseline}') d
                join (select * from cells where variable = 'delivery' and place = 'us-panama/safe-transit' and variant = '{Scenario}') w using (replicate, month) group by all),
            total as (select replicate, sum(value) filter (variant = '{Scenario}') - sum(value) filter (variant = '{Baseline}') as v from cells where variable = 'deaths' group by all)
            select (select median(v) from own) / (select median(v) from total)
            """);

        Assert.Equal(("us-panama/safe-transit", 0.7, 1), (marked.GetProperty("provision").GetString(), marked.GetProperty("size").GetDouble(), marked.GetProperty("elasticity").GetInt32()));
        Assert.Equal(computed[0][0].GetDouble(), marked.GetProperty("share").GetDouble(), 1e-9);
    }

    [Fact]
    public void A_run_tells_the_values_before_and_after_beside_each_provision()
    {
        var danger = run.Printed.GetProperty("levers").EnumerateArray().Single(l => l.GetProperty("provision").GetString() == "safe-transit");

        Assert.Equal(0.7, danger.GetProperty("after")[0].GetDouble() / danger.GetProperty("before")[0].GetDouble(), 1e-12);
    }

    [Fact]
    public async Task What_is_printed_and_exported_has_the_figures_of_the_tables()
    {
        var row = (await QueryAsync(run.Program, $"""
            with cells as ({RecomputedSql.Rows(run.Id)}) select median(v), sum(v) from (select replicate, sum(value) as v from cells where variable = 'deaths' and variant = '{Scenario}' group by all)
            """))[0];
        var (_, printed, _) = await run.Program.StartAsync("show", run.Id, "--runs", run.Program.Runs);
        var csv = Path.Combine(schemes.Folder, "panama.csv");
        var (code, _, error) = await run.Program.StartAsync("export", run.Id, "--all", "--out", csv, "--runs", run.Program.Runs);

        Assert.True(code == 0, error);
        Assert.Contains(row[0].GetDouble().ToString("#,0", CultureInfo.InvariantCulture), printed, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(csv, TestContext.Current.CancellationToken);
        var columns = lines[0].Split(',').ToList();
        var total = lines.Skip(1).Select(l => l.Split(',')).Where(c => c[columns.IndexOf("variable")] == "deaths" && c[columns.IndexOf("nationality")] == "ALL" && c[columns.IndexOf("variant")] == Scenario)
            .Sum(c => double.Parse(c[columns.IndexOf("value")], CultureInfo.InvariantCulture));
        Assert.Equal(row[1].GetDouble(), total, 1e-6 * total);
    }

    [Theory]
    [InlineData("panama", Scenario, Baseline)]
    [InlineData("opened", "opened", "tiny")]
    [InlineData("closed", "closed", "tiny")]
    public async Task Every_row_of_the_headline_as_exported_printed_and_reported_equals_the_tables(string which, string scenario, string baseline)
    {
        var (program, id) = Named(which);
        var levels = await ExportAsync(program, id, "--headline");
        var effects = await ExportAsync(program, id, "--effects");
        string[] names = [.. effects.Select(e => e["indicator"])];
        var computed = (await QueryAsync(program, $"""
            with cells as ({RecomputedSql.Rows(id)}), t as ({RecomputedSql.Tables(names)}),
            d as (select a.indicator, b.v - a.v as v from (select * from t where variant = '{baseline}') a join (select * from t where variant = '{scenario}') b using (indicator, replicate))
            select indicator, variant, median(v), quantile_cont(v, 0.05), quantile_cont(v, 0.95), count(v) from t group by all
            union all select indicator, 'effect', median(v), quantile_cont(v, 0.05), quantile_cont(v, 0.95), count(v) from d group by all
            """)).ToDictionary(r => (r[0].GetString()!, r[1].GetString()!), r => r[2..5].Select(Number).ToArray());
        var printed = PrintedRows((await program.StartAsync("show", id, "--all", "--runs", program.Runs)).Out);
        var reported = await ReportedRowsAsync(program, id);

        Assert.True(names.Length >= 7 && levels.Count == 2 * names.Length && printed.Length == names.Length, $"{names.Length} indicators, {levels.Count} levels, {printed.Length} rows");
        foreach (var level in levels)
        {
            Assert.All(Texts(level, "median", "p05", "p95").Zip(computed[(level["indicator"], level["variant"])]), p => PrintedNumber.AssertSame(p.Second, p.First, level["indicator"]));
        }

        foreach (var (effect, row) in effects.Zip(printed))
        {
            var name = effect["indicator"];
            var (own, difference) = (computed[(name, scenario)], computed.GetValueOrDefault((name, "effect"), [double.NaN, double.NaN, double.NaN]));
            Assert.All(Texts(effect, "effect", "effect-p05", "effect-p95").Zip(difference), p => PrintedNumber.AssertSame(p.Second, p.First, name));
            Assert.All(row.Zip(own.Concat(difference)), p => PrintedNumber.AssertRounded(p.Second, p.First, $"{name}, printed"));
            Assert.All(
                reported[name].Zip(own.Concat(difference).Prepend(computed[(name, baseline)][0])), p => PrintedNumber.AssertRounded(p.Second, p.First, $"{name}, in the report"));
        }
    }

    [Theory]
    [InlineData("opened")]
    [InlineData("closed")]
    public async Task A_closed_channel_has_no_wait_in_the_tables_and_no_effect_in_the_comparison(string which)
    {
        var (program, id) = Named(which);
        var channel = which == "opened" ? "gbr-homes-for-ukraine" : "gbr-family-scheme";
        var shut = which == "opened" ? "tiny" : "closed";

        var waits = await QueryAsync(program, $"select count(*), count(value) from series where run = '{id}' and variable = 'wait' and channel = '{channel}' and variant = '{shut}'");
        var effect = (await CompareAsync(program, $"{id}:tiny", id, [$"wait:{channel}"]))[0];

        Assert.True(waits[0][0].GetInt64() > 0);
        Assert.Equal(0, waits[0][1].GetInt64());
        Assert.Equal(("NaN", "not defined"), (effect.GetProperty("differenceMedian").GetString(), effect.GetProperty("verdict").GetString()));
    }

    private (BuiltProgram Program, string Id) Named(string which) => which switch
    {
        "panama" => (run.Program, run.Id),
        "opened" => (schemes.Program, schemes.Opened.GetProperty("runId").GetString()!),
        _ => (schemes.Program, schemes.Closed.GetProperty("runId").GetString()!),
    };

    private static double Number(JsonElement cell) => cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() : double.NaN;

    private static string[] Texts(Dictionary<string, string> row, params string[] columns) => [.. columns.Select(c => row[c])];

    private async Task<List<Dictionary<string, string>>> ExportAsync(BuiltProgram program, string id, string which)
    {
        var file = Path.Combine(schemes.Folder, $"{id}{which}.csv");
        var (code, _, error) = await program.StartAsync("export", id, which, "--out", file, "--runs", program.Runs);
        Assert.True(code == 0, error);
        string[][] lines = [.. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Select(PrintedNumber.Cells)];
        return [.. lines.Skip(1).Select(l => lines[0].Zip(l).ToDictionary(p => p.First, p => p.Second))];
    }

    /// <summary>Level with interval and effect with interval of each row, as printed.</summary>
    private static string[][] PrintedRows(string output) =>
    [
        .. from line in output.Split('\n')
           let cells = line.Trim().Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           where line.StartsWith("  ", StringComparison.Ordinal) && cells.Length == 6
           select (string[])[cells[1], .. PrintedNumber.Ends(cells[2]), cells[3], .. PrintedNumber.Ends(cells[4], cells[3])],
    ];

    /// <summary>Level of the baseline, level with interval and effect with interval of each row of the report, by indicator.</summary>
    private async Task<Dictionary<string, string[]>> ReportedRowsAsync(BuiltProgram program, string id)
    {
        var file = Path.Combine(schemes.Folder, $"{id}.html");
        var (code, _, error) = await program.StartAsync("report", id, "--out", file, "--runs", program.Runs);
        Assert.True(code == 0, error);
        var rows = from named in IndicatorRow().Matches(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
                   let row = PrintedNumber.Rows(named.Value).Single()
                   where row.Length == 9
                   select (Name: WebUtility.HtmlDecode(named.Groups[1].Value), Cells: (string[])[row[2], row[3], .. PrintedNumber.Ends(row[4]), row[5], .. PrintedNumber.Ends(row[6], row[5])]);
        return rows.ToDictionary(r => r.Name, r => r.Cells);
    }

    [GeneratedRegex("<tr data-indicator=\"([^\"]+)\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex IndicatorRow();

    private static void Same(double expected, double actual, double scale, string what) =>
        Assert.True(Math.Abs(expected - actual) <= Tolerance * Math.Max(1, Math.Abs(scale)), $"{what}: {expected} in the tables, {actual} in JSON");

    private static async Task<JsonElement[]> CompareAsync(BuiltProgram program, string baseline, string other, string[] indicators)
    {
        string[] arguments = ["compare", baseline, other, "--runs", program.Runs, "--json", .. indicators.SelectMany(i => new[] { "--indicator", i })];
        var (code, output, error) = await program.StartAsync(arguments);
        Assert.True(code == 0, error);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("effects").EnumerateArray()];
    }

    private static async Task<JsonElement[][]> QueryAsync(BuiltProgram program, string sql)
    {
        var (code, output, error) = await program.StartAsync("query", sql, "--runs", program.Runs, "--json");
        Assert.True(code == 0, error);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().ToArray())];
    }
}
