using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Cli.Tests;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Tests.Browsing;
using CorridorSim.Runs.Store;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CorridorSim.Dashboard.Tests.Pages;

/// <summary>
/// What pages show of a run, read from the browser, equals what nothing but SQL works out of its tables: levels, intervals, effects, monthly
/// figures and what became of agreements. One scenario suspends its agreement, in the other a channel is closed without it.
/// </summary>
[Collection(DashboardCollection.Name)]
public sealed class RecomputedPageTests(DashboardServer server)
{
    private const int Replicates = 8;
    private const string None = "\u2013";

    [Theory]
    [InlineData("us-panama-2022", "americas-history", "agreements.us-panama.conditions.suspend-when.above=30000")]
    [InlineData("chnv-parole", "no-pacts", null)]
    public async Task The_figures_of_a_run_and_of_a_comparison_are_those_of_its_tables(string scenario, string baseline, string? setting)
    {
        var id = await RunAsync(scenario, setting);
        var names = Headline.Of(new StoredEnsemble(new RunStore(server.RunsFolder).Open(id))).Select(h => h.Name.ToString()).ToList();
        using var tables = new Tables(Path.Combine(server.RunsFolder, id), names, scenario, baseline);
        await using var visit = await Visit.BeginAsync(server);

        await visit.OpenAsync($"/runs/{id}");
        var onRun = await RowsAsync(visit, ".figures");
        await visit.OpenAsync($"/compare?base={id}:{baseline}&runs={id}");
        var onCompare = await RowsAsync(visit, ".effects:not(.places, .settings)");

        Assert.Equal((names.Count, names.Count), (onRun.Length, onCompare.Length));
        foreach (var (name, row, compared) in names.Zip(onRun, onCompare))
        {
            var unit = row[1];
            var (own, other, effect) = (tables.Level(name, scenario), tables.Level(name, baseline), tables.Effect(name));
            AssertShown(row[2..5], [Levels(own[0], unit), Interval(own, v => Levels(v, unit)), Changes(effect[0], own[0], unit)], $"{name} on the page of the run");
            AssertShown(compared[2..6], [Levels(other[0], unit), Levels(own[0], unit), Changes(effect[0], own[0], unit), Interval(effect, v => Changes(v, own[0], unit))], $"{name} on the page of the comparison");
        }

        if (setting is null)
        {
            // Nobody waits for a channel that the baseline has not: there is nothing to compare with, and the reason stands there.
            var wait = onCompare[names.IndexOf("wait:usa-parole")];
            Assert.Equal([None, None, None], [wait[2], wait[4], wait[5]]);
            Assert.Contains("nobody admitted in no-pacts", wait[6], StringComparison.Ordinal);
            Assert.Contains("nobody admitted in no-pacts", onRun[names.IndexOf("wait:usa-parole")][5], StringComparison.Ordinal);
        }

        Directory.Delete(Path.Combine(server.RunsFolder, id), recursive: true);
    }

    [Fact]
    public async Task Months_places_and_suspensions_of_a_run_are_those_of_its_tables()
    {
        const string Scenario = "us-panama-2022";
        var id = await RunAsync(Scenario, "agreements.us-panama.conditions.suspend-when.above=30000");
        using var tables = new Tables(Path.Combine(server.RunsFolder, id), ["admissions:usa-resettlement", "protected:PAN"], Scenario, "americas-history");
        await using var visit = await Visit.BeginAsync(server);
        await visit.OpenAsync($"/runs/{id}");
        await visit.Page.Locator("[data-chart=deaths]").GetByRole(AriaRole.Tab, new() { Name = "Table" }).ClickAsync();
        await visit.Page.Locator("[data-chart=deaths] .data tbody tr").First.WaitForAsync();

        var months = (await RowsAsync(visit, "[data-chart=deaths] .data table")).GroupBy(r => r[1]).Single(g => g.Key is not ("baseline" or "observed")).ToArray();
        var places = await visit.Page.EvaluateAsync<string[][]>("() => [...document.querySelectorAll('.places tbody tr')].map(r => [r.dataset.place, ...[...r.cells].slice(1, 7).map(c => c.textContent.trim()), r.dataset.by])");
        var named = await RowsAsync(visit, ".places");
        var told = Assert.Single(await visit.TextsAsync("[data-agreement=us-panama]"));

        Assert.Equal(48, months.Length);
        foreach (var (month, figures) in months.Zip(tables.Months("deaths")))
        {
            AssertShown(month[2..4], [Levels(figures[0]), Interval(figures, Levels)], $"deaths in {month[0]}");
        }

        Assert.Equal(["us-panama/protection", "us-panama/referrals"], places.Select(p => p[0]));
        Assert.Equal([("protection", "protected, Panama"), ("referrals", "legal admissions, United States: resettlement")], named.Select(r => (r[0], r[7])));
        foreach (var place in places)
        {
            var (promised, delivered, taken) = (tables.Places("promised", place[0]), tables.Places("delivered", place[0]), tables.Effect(place[7]));
            AssertShown(place[1..7], [Levels(promised[0]), Interval(promised, Levels), Levels(delivered[0]), Interval(delivered, Levels), Levels(taken[0]), Interval(taken, Levels)], place[0]);
            Assert.True(delivered[0] < promised[0], "nothing was held back");
        }

        var (suspended, first) = tables.Suspensions("us-panama");
        Assert.Contains($"suspended in {suspended}, first in {Words(first)} (irregular entries, Colombia to Panama above its threshold", told, StringComparison.Ordinal);
        Directory.Delete(Path.Combine(server.RunsFolder, id), recursive: true);
    }

    private async Task<string> RunAsync(string scenario, string? setting) => await server.FinishedAsync(
        server.Services.GetRequiredService<RunJobs>().Start(new RunRequest { Scenario = scenario, Replicates = Replicates, Set = setting is null ? [] : [setting] }));

    /// <summary>The cells of the rows of a table, folded away or not.</summary>
    private static Task<string[][]> RowsAsync(Visit visit, string table) =>
        visit.Page.EvaluateAsync<string[][]>("table => [...document.querySelectorAll(`${table} tbody tr`)].map(r => [...r.cells].map(c => c.textContent.trim()))", table);

    private static string Words(string month) => DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    private static string[] Levels(double value) => Levels(value, "persons");

    private static string[] Levels(double value, string unit) => Written(value, Math.Abs(value), v => FigureText.Level(v, unit));

    private static string[] Changes(double value, double level, string unit) => Written(value, Math.Abs(level), v => FigureText.Difference(v, unit));

    /// <summary>How a number may be written: sums in another order differ in their last digits, and these may be all that a difference of 0 has.</summary>
    private static string[] Written(double value, double level, Func<double, string> write)
    {
        var slack = 1e-9 * Math.Max(1, level);
        return [write(value), write(value - slack), write(value + slack), .. Math.Abs(value) <= slack ? [write(0)] : Array.Empty<string>()];
    }

    private static string[] Interval(double[] figures, Func<double, string[]> write) => double.IsNaN(figures[1]) ? [None]
        : [.. from lower in write(figures[1]) from upper in write(figures[2]) select $"{WithoutPoints(lower)} to {WithoutPoints(upper)}"];

    /// <summary>The unit of percentage points stands with the difference, not in its interval.</summary>
    private static string WithoutPoints(string figure) => figure.EndsWith(" points", StringComparison.Ordinal) ? figure[..^" points".Length] : figure;

    private static void AssertShown(string[] shown, string[][] computed, string what)
    {
        foreach (var (text, texts) in shown.Zip(computed))
        {
            Assert.True(texts.Contains(text), $"{what}: '{text}' is shown, the tables give {texts[0]}");
        }
    }

    /// <summary>A run as its tables tell of it: median, 5th and 95th percentile of each figure.</summary>
    private sealed class Tables : IDisposable
    {
        private readonly DuckDBConnection _connection = new("DataSource=:memory:");
        private readonly string _scenario;

        public Tables(string folder, IEnumerable<string> names, string scenario, string baseline)
        {
            _scenario = scenario;
            _connection.Open();
            Execute($"CREATE VIEW series AS FROM read_parquet('{folder}/series/*.parquet', union_by_name = true)");
            Execute($"CREATE VIEW events AS FROM read_parquet('{folder}/events.parquet')");
            Execute($"CREATE TABLE level AS WITH cells AS ({RecomputedSql.Rows(Path.GetFileName(folder))}) {RecomputedSql.Tables(names)}");
            Execute($"CREATE TABLE effect AS SELECT indicator, b.v - a.v AS v FROM (FROM level WHERE variant = '{baseline}') a JOIN (FROM level WHERE variant = '{scenario}') b USING (indicator, replicate)");
        }

        public void Dispose() => _connection.Dispose();

        public double[] Level(string name, string variant) => Quantiles($"FROM level WHERE indicator = '{name}' AND variant = '{variant}'")[0];

        public double[] Effect(string name) => Quantiles($"FROM effect WHERE indicator = '{name}'")[0];

        public double[] Places(string variable, string place) =>
            Quantiles($"FROM (SELECT sum(value) AS v FROM series WHERE variable = '{variable}' AND coalesce(channel, leg, place) = '{place}' AND variant = '{_scenario}' AND nationality = 'ALL' GROUP BY replicate)")[0];

        public List<double[]> Months(string variable) =>
            Quantiles($"FROM (SELECT month, replicate, sum(value) AS v FROM series WHERE variable = '{variable}' AND variant = '{_scenario}' AND nationality = 'ALL' GROUP BY ALL) GROUP BY month ORDER BY month");

        public (long Replicates, string First) Suspensions(string instrument)
        {
            using var rows = Read($"SELECT count(DISTINCT replicate), min(month)::VARCHAR FROM events WHERE variant = '{_scenario}' AND instrument = '{instrument}' AND act = 'suspended'");
            rows.Read();
            return (rows.GetInt64(0), rows.GetString(1));
        }

        private List<double[]> Quantiles(string from)
        {
            using var rows = Read($"SELECT median(v), quantile_cont(v, 0.05), quantile_cont(v, 0.95) {from}");
            var all = new List<double[]>();
            while (rows.Read())
            {
                all.Add([.. Enumerable.Range(0, 3).Select(i => rows.IsDBNull(i) ? double.NaN : Convert.ToDouble(rows.GetValue(i), CultureInfo.InvariantCulture))]);
            }

            return all;
        }

        private DuckDBDataReader Read(string sql)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            return command.ExecuteReader();
        }

        private void Execute(string sql)
        {
            using var command = _connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
