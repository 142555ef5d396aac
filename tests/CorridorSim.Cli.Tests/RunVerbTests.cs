using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class RunVerbTests : IDisposable
{
    private const string Scenario = "scenarios/us-panama-2022.yaml";

    // Each test has a run store of its own: "latest" and the number of runs must not depend on the order of tests.
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_run_prints_effects_keeps_its_folder_and_can_be_verified_queried_exported_and_found_altered()
    {
        var (code, output, _) = await _program.StartAsync("run", Scenario, "--replicates", "8", "--runs", _program.Runs, "--json", "--block-size", "8");

        Assert.Equal(0, code);
        var run = JsonDocument.Parse(output).RootElement;
        Assert.Equal(16, run.GetProperty("lanes").GetInt64());
        Assert.Contains(run.GetProperty("headline").EnumerateArray(), h => h.GetProperty("indicator").GetString() == "irregular entries COL>PAN");
        var effects = run.GetProperty("effects").EnumerateArray().ToDictionary(e => e.GetProperty("indicator").GetString()!);
        Assert.Equal("exactly zero", effects["legal admissions: usa-h2a"].GetProperty("verdict").GetString());
        Assert.Equal("clear", effects["deaths in transit"].GetProperty("verdict").GetString());
        Assert.NotEmpty(run.GetProperty("assumptions").EnumerateArray());
        var crossings = run.GetProperty("record").EnumerateArray().Single(r => r.GetProperty("series").GetString() == "irregular-entries:COL>PAN" && r.GetProperty("nationality").GetString() == "ALL");
        Assert.Equal(902_095, crossings.GetProperty("record").GetDouble());
        Assert.InRange(crossings.GetProperty("simulated").GetProperty("median").GetDouble(), 1, double.MaxValue);

        var (verified, words, _) = await _program.StartAsync("verify", "latest", "--runs", _program.Runs);
        Assert.Equal((0, true), (verified, words.Contains("confirmed", StringComparison.Ordinal)));

        var (asked, answer, _) = await _program.StartAsync("query", "select count(*) as n from runs", "--runs", _program.Runs);
        Assert.Equal((0, "n\n1"), (asked, answer.ReplaceLineEndings("\n").Trim()));

        var target = Path.Combine(_program.Runs, "..", Path.GetFileName(_program.Runs) + ".csv");
        var (exported, _, _) = await _program.StartAsync("export", "latest", "--format", "iamc", "--out", target, "--runs", _program.Runs);
        Assert.Equal(0, exported);
        Assert.StartsWith("model,scenario,region,variable,unit,period,value", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        File.Delete(target);

        await File.AppendAllTextAsync(Path.Combine(run.GetProperty("folder").GetString()!, "scenario.yaml"), "\n", TestContext.Current.CancellationToken);
        var (altered, difference, _) = await _program.StartAsync("verify", "latest", "--runs", _program.Runs);
        Assert.Equal((7, true), (altered, difference.Contains("damaged: scenario.yaml", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_run_that_starts_from_the_observed_state_is_surer_of_the_counted_months_says_so_and_can_be_verified()
    {
        const string Crossings = "encounters-between-ports:MEX>USA";
        string[] asked = ["run", "scenarios/americas-history.yaml", "--replicates", "8", "--to", "2021-12", "--runs", _program.Runs, "--json", "--quiet"];
        var (_, free, _) = await _program.StartAsync(asked);
        var (code, bound, _) = await _program.StartAsync([.. asked, "--start", "observed"]);

        Assert.Equal(0, code);
        Assert.Equal("observed", JsonDocument.Parse(bound).RootElement.GetProperty("start").GetString());
        Assert.True(Spread(bound) < Spread(free));
        var (verified, words, _) = await _program.StartAsync("verify", "latest", "--runs", _program.Runs);
        Assert.Equal((0, true), (verified, words.Contains("confirmed", StringComparison.Ordinal)));

        static double Spread(string json)
        {
            var sum = JsonDocument.Parse(json).RootElement.GetProperty("record").EnumerateArray()
                .Single(r => r.GetProperty("series").GetString() == Crossings && r.GetProperty("nationality").GetString() == "ALL");
            return Math.Abs(Math.Log(sum.GetProperty("simulated").GetProperty("p95").GetDouble() / sum.GetProperty("simulated").GetProperty("p05").GetDouble()));
        }
    }

    [Fact]
    public async Task Block_size_and_threads_leave_the_result_hash_unchanged_and_the_seed_does_not()
    {
        var first = await HashAsync("--block-size", "8", "--threads", "1");

        Assert.Equal(first, await HashAsync("--block-size", "64", "--threads", "2"));
        Assert.NotEqual(first, await HashAsync("--seed", "5"));
    }

    [Fact]
    public async Task All_shipped_scenarios_are_valid_and_a_wrong_one_ends_with_3_and_its_place()
    {
        var (code, output, _) = await _program.StartAsync("validate", Scenario, "scenarios/regional-compact.yaml");
        Assert.Equal((0, true), (code, output.StartsWith("2 files are valid", StringComparison.Ordinal)));

        var wrong = Path.Combine(_program.Runs, "wrong.yaml");
        await File.WriteAllTextAsync(wrong, "corridorsim: 1\nid: a\nid: b\n", TestContext.Current.CancellationToken);
        var (refused, _, error) = await _program.StartAsync("run", wrong, "--runs", _program.Runs);
        File.Delete(wrong);

        Assert.Equal(3, refused);
        Assert.Contains("wrong.yaml:3:1: the key 'id' stands twice; remove one", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_scenarios_over_some_months_make_one_document_and_keep_one_name()
    {
        var (code, output, progress) = await _program.StartAsync(
            "run", Scenario, "scenarios/us-costa-rica-2022.yaml", "--replicates", "1", "--from", "2021-03", "--to", "2021-04", "--name", "both", "--runs", _program.Runs, "--json");

        Assert.Equal((0, string.Empty), (code, progress));
        var runs = JsonDocument.Parse(output).RootElement.GetProperty("runs").EnumerateArray().ToArray();
        Assert.Equal(["us-panama-2022", "us-costa-rica-2022"], runs.Select(r => r.GetProperty("scenario").GetString()!));
        Assert.All(runs, r => Assert.Equal(2, r.GetProperty("months").GetInt32()));
        Assert.Equal("2021-03..2021-04", runs[0].GetProperty("headline")[0].GetProperty("period").GetString());
        var (_, named, _) = await _program.StartAsync("query", "select distinct name from runs", "--runs", _program.Runs);
        Assert.Equal("name\nboth", named.ReplaceLineEndings("\n").Trim());
    }

    [Theory]
    [InlineData(8, "show", "nothing-here")]
    [InlineData(2, "run")]
    [InlineData(2, "run", Scenario, "--block-size", "0")]
    [InlineData(3, "run", "no-such-file.yaml")]
    [InlineData(2, "run", Scenario, "--from", "2021-13")]
    [InlineData(2, "run", Scenario, "--seed", "-1")]
    [InlineData(2, "compare", "latest")]
    [InlineData(8, "compare", "nothing-here", "nor-here")]
    [InlineData(2, "schema", "poem")]
    [InlineData(2, "sing")]
    public async Task A_mistake_gets_its_exit_code_and_no_stack_trace(int expected, params string[] arguments)
    {
        var (code, _, error) = await _program.StartAsync(arguments);

        Assert.Equal(expected, code);
        Assert.NotEmpty(error);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private async Task<string> HashAsync(params string[] options)
    {
        string[] arguments = ["run", Scenario, "--replicates", "12", "--runs", _program.Runs, "--json", .. options];
        var (code, output, _) = await _program.StartAsync(arguments);
        Assert.Equal(0, code);
        return JsonDocument.Parse(output).RootElement.GetProperty("resultHash").GetString()!;
    }
}
