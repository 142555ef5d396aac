using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class CompareVerbTests(ComparedRun run) : IClassFixture<ComparedRun>
{
    private const string Scenario = "scenarios/us-panama-2022.yaml";

    [Fact]
    public async Task A_run_is_compared_with_its_parent_a_scenario_file_or_itself_with_the_same_figures()
    {
        var stored = await EffectsAsync($"{run.Id}:americas-history", run.Id);
        var mixed = await EffectsAsync("scenarios/americas-history.yaml", run.Id);
        var itself = await EffectsAsync(run.Id, run.Id);

        Assert.Equal(stored, mixed);
        Assert.Contains(stored, e => e.Contains("deaths", StringComparison.Ordinal) && e.Contains("clear", StringComparison.Ordinal));
        Assert.All(itself, e => Assert.True(e.Contains("exactly zero", StringComparison.Ordinal) || e.Contains("nobody admitted in either", StringComparison.Ordinal), e));
    }

    [Fact]
    public async Task Json_holds_what_is_specified_for_the_indicators_and_months_asked_for()
    {
        var (code, output, _) = await run.Program.StartAsync(
            "compare", $"{run.Id}:americas-history", run.Id, "--runs", run.Program.Runs, "--json", "--indicator", "admissions:usa-*", "--at", "2022");

        Assert.Equal(0, code);
        var document = JsonDocument.Parse(output).RootElement;
        Assert.StartsWith("americas-history", document.GetProperty("base").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("us-panama-2022", document.GetProperty("other").GetString(), StringComparison.Ordinal);
        var effects = document.GetProperty("effects").EnumerateArray().ToArray();
        Assert.All(effects, e => Assert.StartsWith("admissions:usa-", e.GetProperty("indicator").GetString(), StringComparison.Ordinal));
        Assert.All(effects, e => Assert.Equal("2022-01..2022-12", e.GetProperty("period").GetString()));
        string[] keys = ["unit", "baseMedian", "otherMedian", "differenceMedian", "p05", "p95", "shareSameSign", "verdict"];
        Assert.All(keys, key => Assert.True(effects[0].TryGetProperty(key, out _), key));
    }

    [Fact]
    public async Task Indicators_asked_for_are_called_by_name_in_text()
    {
        var (code, output, _) = await run.Program.StartAsync(
            "compare", $"{run.Id}:americas-history", run.Id, "--runs", run.Program.Runs, "--indicator", "irregular-entries:COL>PAN", "--indicator", "admissions:usa-h2a", "--step", "quarter");

        Assert.Equal(0, code);
        Assert.Equal(2, output.Split("Irregular entries, Colombia to Panama").Length - 1);
        Assert.Equal(2, output.Split("Legal admissions, United States: work").Length - 1);
        Assert.DoesNotContain("COL>PAN", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p95(deaths) < 0", 6)]
    [InlineData("p05(deaths) > 0", 0)]
    [InlineData("deaths < 0 and verdict(admissions:usa-h2a) = exactly-zero", 6)]
    [InlineData("deaths<0", 2)]
    [InlineData("births > 0", 3)]
    public async Task Fail_if_decides_the_exit_code(string condition, int expected)
    {
        var (code, _, error) = await run.Program.StartAsync(
            "compare", $"{run.Id}:americas-history", run.Id, "--runs", run.Program.Runs, "--fail-if", condition);

        Assert.Equal(expected, code);
        Assert.Equal(expected != 0, error.Length > 0);
    }

    [Fact]
    public async Task Runs_with_different_seeds_are_not_compared()
    {
        var (_, output, _) = await run.Program.StartAsync("run", Scenario, "--replicates", "2", "--seed", "9", "--to", "2021-06", "--runs", run.Program.Runs, "--json");
        var other = JsonDocument.Parse(output).RootElement.GetProperty("runId").GetString()!;

        var (code, _, error) = await run.Program.StartAsync("compare", run.Id, other, "--runs", run.Program.Runs);

        Assert.Equal(3, code);
        Assert.Contains("not paired", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_file_runs_its_scenarios_and_passes_its_thresholds()
    {
        var folder = Directory.CreateTempSubdirectory("corridorsim").FullName;
        var file = Path.Combine(folder, "c.compare.yaml");
        await File.WriteAllTextAsync(
            file,
            $$"""
            corridorsim: 1
            id: c
            baseline: {{run.Id}}:americas-history
            runs: [{{run.Id}}]
            indicators: [deaths, "irregular-entries:*"]
            thresholds: { fewer: { indicator: deaths, below: -1 } }
            """,
            TestContext.Current.CancellationToken);

        var (code, output, error) = await run.Program.StartAsync("compare", file, "--runs", run.Program.Runs);
        Directory.Delete(folder, true);

        Assert.Equal(6, code);
        Assert.Contains("Irregular entries, Colombia to", output, StringComparison.Ordinal);
        Assert.Contains("fewer: difference(deaths) < -1", error, StringComparison.Ordinal);
    }

    private async Task<string[]> EffectsAsync(string baseline, string other)
    {
        var (code, output, error) = await run.Program.StartAsync("compare", baseline, other, "--runs", run.Program.Runs, "--json", "--quiet");
        Assert.True(code == 0, error);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("effects").EnumerateArray().Select(e => e.ToString()).Order(StringComparer.Ordinal)];
    }
}
