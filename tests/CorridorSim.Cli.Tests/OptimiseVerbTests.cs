using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class OptimiseVerbTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_search_prints_its_settings_checks_them_and_emits_a_valid_scenario()
    {
        using var scenarios = new ScenarioFolder();
        var file = Search("referrals: { path: agreements.us-panama.referrals.places-per-month, range: [0, 800], step: 200 }", scenarios.Path);
        var emitted = Path.Combine(scenarios.Path, "emitted.yaml");
        var (code, output, error) = await _program.StartAsync("optimise", file, "--set", "horizon.to=2023-03", "--json", "--emit", emitted);

        Assert.True(code == 0, error);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.True(answer.GetProperty("isFeasible").GetBoolean());
        var lever = answer.GetProperty("levers")[0];
        Assert.Equal(400, lever.GetProperty("base").GetDouble());
        Assert.Equal(600, lever.GetProperty("best").GetDouble());
        Assert.Equal(600, answer.GetProperty("budgets")[0].GetProperty("best").GetDouble());
        var goal = answer.GetProperty("goals")[0];
        Assert.True(goal.GetProperty("best").GetDouble() > goal.GetProperty("base").GetDouble());
        Assert.Equal("clear", goal.GetProperty("effect").GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Number, goal.GetProperty("fresh").GetProperty("differenceMedian").ValueKind);
        Assert.Equal((0, string.Empty), await ValidateAsync(emitted));
    }

    [Fact]
    public async Task A_wrong_file_ends_with_3_and_every_mistake_with_its_place()
    {
        var file = Search("referrals: { path: agreements.us-panama.referals.places-per-month, range: [0, 800], stepp: 200 }");

        var (code, _, error) = await _program.StartAsync("optimise", file);

        Assert.Equal(3, code);
        Assert.Contains(":6:22: 'agreements.us-panama.referals.places-per-month' is no size of a clause", error, StringComparison.Ordinal);
        Assert.Contains("unknown key 'stepp'; did you mean 'step'?", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_shipped_searches_are_valid_and_the_schema_knows_their_keys()
    {
        Assert.Equal((0, string.Empty), await ValidateAsync("scenarios/fewest-deaths.optimise.yaml"));
        Assert.Equal((0, string.Empty), await ValidateAsync("scenarios/deaths-or-admissions.optimise.yaml"));

        var (_, schema, _) = await _program.StartAsync("schema", "optimise");
        var keys = JsonDocument.Parse(schema).RootElement.GetProperty("properties").EnumerateObject().Select(p => p.Name);
        Assert.Superset(new HashSet<string> { "base", "levers", "budgets", "goals", "constraints", "search" }, keys.ToHashSet());
    }

    [Fact]
    public async Task A_search_stopped_after_its_first_generation_ends_with_130()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = BuiltProgram.Begin("optimise", "scenarios/fewest-deaths.optimise.yaml");
        var first = await process.StandardError.ReadLineAsync(cancellation);

        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(cancellation);

        Assert.StartsWith("generation 1 of at most 15", first, StringComparison.Ordinal);
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(await process.StandardOutput.ReadToEndAsync(cancellation));
    }

    private async Task<(int Code, string Error)> ValidateAsync(string file)
    {
        var (code, _, error) = await _program.StartAsync("validate", file);
        return (code, error);
    }

    private string Search(string lever) => Search(lever, Repository.Scenarios);

    private string Search(string lever, string scenarios)
    {
        var file = Path.Combine(_program.Runs, "small.optimise.yaml");
        var scenario = Path.Combine(scenarios, "us-panama-2022.yaml").Replace('\\', '/');
        File.WriteAllText(file, $$"""
            corridorsim: 1
            id: small
            base: {{scenario}}
            replicates: 8
            levers:
              {{lever}}
            budgets:
              places: { at-most: 650, weights: { referrals: 1 } }
            goals:
              admissions:usa-resettlement: { better: more }
            search: { method: enumerate, population: 8, check-replicates: 8 }
            """);
        return file;
    }
}
