using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class SweepVerbTests : IDisposable
{
    private const int Points = 48;

    private readonly BuiltProgram _program = new();
    private readonly string _file;

    public SweepVerbTests()
    {
        _file = Path.Combine(_program.Runs, "small.sweep.yaml");
        Write(2000);
    }

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_sweep_killed_at_random_moments_and_resumed_has_the_hash_of_an_undisturbed_one()
    {
        var undisturbed = await HashAsync("a");
        var luck = new Random(20220419);
        for (var kill = 0; kill < 20; kill++)
        {
            using var process = BuiltProgram.Begin([.. Arguments("b"), "--resume"]);
            var lines = luck.Next(3);
            for (var line = 0; line < lines && await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is not null; line++)
            {
                // Each line is a block that has ended: the process is killed at another one each time.
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(undisturbed, await HashAsync("b", "--resume"));
        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(_program.Runs, "b"), "small-*"));
        var blocks = File.ReadAllLines(Path.Combine(folder, "blocks.jsonl")).Select(l => JsonDocument.Parse(l).RootElement.GetProperty("block").GetInt32()).ToArray();
        Assert.Equal(Enumerable.Range(0, Points / 8), blocks.Order());
    }

    [Fact]
    public async Task A_sweep_at_work_is_listed_as_running_and_a_killed_one_as_interrupted_with_what_to_do()
    {
        // So many points that it cannot end by itself before it is looked at.
        Write(2000, 4000);
        var runs = Path.Combine(_program.Runs, "k");
        string atWork;
        using (var process = BuiltProgram.Begin(Arguments("k")))
        {
            while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && line.Contains(" 0 of 4000 simulations", StringComparison.Ordinal))
            {
                // The first lines may come before the first block has ended.
            }

            // It stands still while it is looked at.
            using var hold = Process.Start("kill", ["-STOP", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await hold.WaitForExitAsync(TestContext.Current.CancellationToken);
            (_, atWork, _) = await _program.StartAsync("list", "--runs", runs);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (_, listed, _) = await _program.StartAsync("list", "--runs", runs);
        var json = (await JsonAsync("list", "--runs", runs)).GetProperty("sweeps")[0];
        var (_, shown, _) = await _program.StartAsync("show", json.GetProperty("runId").GetString()!, "--runs", runs);
        var (_, asked, _) = await _program.StartAsync("query", "select status from sweeps", "--runs", runs);

        Assert.Matches(@"small-\S+ +sweep .* running, [0-9]+ of 500 blocks +4000 ", atWork);
        Assert.Matches(@"small-\S+ +sweep .* interrupted, [0-9]+ of 500 blocks +4000 ", listed);
        Assert.Contains("1 sweep can be resumed: corridorsim sweep FILE --resume", listed, StringComparison.Ordinal);
        Assert.Equal("interrupted", json.GetProperty("status").GetString());
        Assert.InRange(json.GetProperty("blocksDone").GetInt32(), 1, 499);
        Assert.Matches(@"^small-\S+: interrupted, [0-9]+ of 500 blocks of .*; continue it with 'sweep FILE --resume'\s*$", shown);
        Assert.Equal("status\ninterrupted", asked.ReplaceLineEndings("\n").Trim());
    }

    [Fact]
    public async Task A_stopped_sweep_can_be_resumed_but_not_with_another_definition()
    {
        using (var process = BuiltProgram.Begin(Arguments("c")))
        {
            _ = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            using var stop = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(130, process.ExitCode);
        }

        Write(1900);
        var (code, _, error) = await _program.StartAsync([.. Arguments("c"), "--resume"]);
        Assert.Equal(9, code);
        Assert.Contains("changes factors.referrals.range from [0, 2000] to [0, 1900]", error, StringComparison.Ordinal);

        Write(2000);
        var (withoutLocks, _, why) = await BuiltProgram.StartWithAsync(
            new Dictionary<string, string> { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" }, [.. Arguments("c"), "--resume"]);
        Assert.Equal((10, true), (withoutLocks, why.Contains("keeps no locks", StringComparison.Ordinal)));
        Assert.NotEmpty(await HashAsync("c", "--resume"));
    }

    [Fact]
    public async Task A_finished_sweep_answers_to_sensitivity_discover_robust_query_list_and_show()
    {
        var sweep = await JsonAsync(Arguments("d"));
        var runs = Path.Combine(_program.Runs, "d");
        var median = sweep.GetProperty("figures")[0].GetProperty("median").GetDouble();

        var rows = await JsonAsync("discover", "small", "--target", string.Create(CultureInfo.InvariantCulture, $"deaths < {median}"), "--runs", runs);
        var (listed, table, _) = await _program.StartAsync("list", "--runs", runs);
        var (asked, answer, _) = await _program.StartAsync("query", "select count(distinct variant) as n from outcomes join points using (run, variant)", "--runs", runs);
        var (refused, _, reason) = await _program.StartAsync("sensitivity", "small", "--method", "sobol", "--runs", runs);
        var (noGoals, _, goals) = await _program.StartAsync("robust", "small", "--runs", runs);
        var shown = await JsonAsync("show", Path.GetFileName(Directory.GetDirectories(runs, "small-*")[0]), "--runs", runs);
        var (_, read, _) = await _program.StartAsync("show", "small", "--runs", runs);

        var emitted = Path.Combine(runs, "rule.yaml");
        var (_, _, far) = await _program.StartAsync("discover", "small", "--target", string.Create(CultureInfo.InvariantCulture, $"deaths < {median}"), "--runs", runs, "--emit", emitted);
        var beside = await ValidatedBesideBaseAsync(File.ReadAllText(emitted));

        Assert.Contains("it extends us-panama-2022.yaml, which has to lie beside it", far, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), beside);
        Assert.Equal(Points, rows.GetProperty("points").GetInt32());
        Assert.InRange(rows.GetProperty("rule").GetProperty("density").GetDouble(), 0, 1);
        Assert.Equal((0, true), (listed, table.Contains(" complete ", StringComparison.Ordinal)));
        Assert.Equal((0, "n\n48"), (asked, answer.ReplaceLineEndings("\n").Trim()));
        Assert.Equal((3, true), (refused, reason.Contains("kind: saltelli", StringComparison.Ordinal)));
        Assert.Equal((3, true), (noGoals, goals.Contains("states no goals", StringComparison.Ordinal)));
        Assert.Equal("complete", shown.GetProperty("status").GetString());
        Assert.Contains("Colombia to Panama", read, StringComparison.Ordinal);
        Assert.DoesNotContain("COL>PAN", read, StringComparison.Ordinal);
        var (verified, proof, _) = await _program.StartAsync("verify", shown.GetProperty("runId").GetString()!, "--all", "--json", "--runs", runs);
        Assert.Equal((0, true, (long)Points), (verified, JsonDocument.Parse(proof).RootElement.GetProperty("isConfirmed").GetBoolean(), JsonDocument.Parse(proof).RootElement.GetProperty("lanesSimulated").GetInt64()));
    }

    [Fact]
    public async Task A_plan_counts_exactly_and_keeps_nothing()
    {
        var plan = await JsonAsync("sweep", _file, "--plan", "--block-size", "8");

        Assert.Equal((Points, Points, 6), (plan.GetProperty("variants").GetInt32(), plan.GetProperty("lanes").GetInt32(), plan.GetProperty("blocks").GetInt32()));
        Assert.True(plan.GetProperty("estimatedSeconds").GetDouble() > 0);
        Assert.Empty(Directory.GetDirectories(_program.Runs));
    }

    [Fact]
    public async Task Why_splits_an_effect_into_parts_that_add_up()
    {
        var why = await JsonAsync("why", "scenarios/us-panama-2022.yaml", "--replicates", "4", "--set", "horizon.to=2022-12", "--indicator", "deaths");

        var total = why.GetProperty("total")[0].GetProperty("mean").GetDouble();
        var parts = why.GetProperty("provisions").EnumerateArray().Select(p => p.GetProperty("mean").GetDouble()).ToArray();
        Assert.Equal((3, true, 8), (parts.Length, why.GetProperty("exact").GetBoolean(), why.GetProperty("subsets").GetInt32()));
        Assert.Equal(total, parts.Sum(), 1e-6 * Math.Abs(total));
    }

    private async Task<(int Code, string Error)> ValidatedBesideBaseAsync(string text)
    {
        using var folder = new ScenarioFolder();
        var (code, _, error) = await _program.StartAsync("validate", folder.Write("rule.yaml", text));
        return (code, error);
    }

    private string[] Arguments(string store) =>
        ["sweep", _file, "--runs", Path.Combine(_program.Runs, store), "--block-size", "8", "--threads", "1"];

    private async Task<string> HashAsync(string store, params string[] options) =>
        (await JsonAsync([.. Arguments(store), .. options])).GetProperty("resultHash").GetString()!;

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var (code, output, error) = await _program.StartAsync([.. arguments, "--json"]);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    private void Write(int most, int points = Points) => File.WriteAllText(_file, $$"""
        corridorsim: 1
        id: small
        base: {{Path.GetRelativePath(_program.Runs, Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"))}}
        set: { horizon.to: 2022-12 }
        factors:
          referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, {{most}}] }
          elasticity: { path: behaviour.arrival-elasticity, kind: uncertainty, range: [0.6, 1.4] }
        design: { kind: latin-hypercube, points: {{points}} }
        replicates: 1
        record: [deaths, "irregular-entries:COL>PAN"]
        """);
}
