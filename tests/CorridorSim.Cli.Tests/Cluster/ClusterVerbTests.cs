using System.Text.Json;
using System.Text.Json.Nodes;

namespace CorridorSim.Cli.Tests.Cluster;

/// <summary>Verbs that simulate say the same on three workers as alone. The others, and larger ones, are in tests/cluster-verbs.sh.</summary>
[Collection(ThreeWorkers.Name)]
public sealed class ClusterVerbTests(ThreeWorkers workers) : IDisposable
{
    private const string Observations = "scenarios/worlds/americas/observations.csv";

    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("why", "scenarios/us-panama-2022.yaml", "--replicates", "2", "--block-size", "4", "--set", "horizon.to=2022-06")]
    [InlineData("backtest", "scenarios/americas-history.yaml", "--observations", Observations, "--from", "2021-07", "--months", "2", "--replicates", "2")]
    public async Task A_study_says_the_same_on_workers_as_alone(params string[] verb)
    {
        await AssertSaysTheSameAsync([.. verb, "--json", "--quiet"]);
    }

    [Fact]
    public async Task A_search_generation_by_generation_finds_the_same_on_workers_as_alone()
    {
        var scenario = Path.Combine(Repository.Scenarios, "us-panama-2022.yaml").Replace('\\', '/');
        var file = Path.Combine(_program.Runs, "small.optimise.yaml");
        await File.WriteAllTextAsync(
            file,
            $$"""
            corridorsim: 1
            id: small
            base: {{scenario}}
            replicates: 2
            levers:
              referrals: { path: agreements.us-panama.referrals.places-per-month, range: [0, 800], step: 200 }
            goals:
              admissions:usa-resettlement: { better: more }
            search: { method: cma-es, population: 4, generations: 2, check-replicates: 2 }
            """,
            TestContext.Current.CancellationToken);

        await AssertSaysTheSameAsync(["optimise", file, "--set", "horizon.to=2022-12", "--json", "--quiet"]);
    }

    [Fact]
    public async Task A_run_made_alone_is_confirmed_by_workers()
    {
        var (made, _, words) = await _program.StartAsync(
            "run", "scenarios/us-panama-2022.yaml", "--replicates", "2", "--to", "2022-06", "--quiet", "--runs", _program.Runs);
        Assert.True(made == 0, words);

        var (code, output, error) = await _program.StartAsync("verify", "latest", "--runs", _program.Runs, "--cluster", workers.Cluster);

        Assert.True(code == 0, error);
        Assert.EndsWith("confirmed\n", output, StringComparison.Ordinal);
    }

    private async Task AssertSaysTheSameAsync(string[] verb)
    {
        var alone = await _program.StartAsync(verb);
        var together = await _program.StartAsync([.. verb, "--cluster", workers.Cluster]);

        Assert.True(alone.Code == 0, alone.Error);
        Assert.True(together.Code == 0, together.Error);
        Assert.Equal(Comparable(alone.Out), Comparable(together.Out));
    }

    /// <summary>What was said but for the time it took.</summary>
    private static string Comparable(string json)
    {
        var answer = JsonNode.Parse(json)!.AsObject();
        foreach (var name in answer.Select(p => p.Key).Where(n => n.EndsWith("seconds", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            answer.Remove(name);
        }

        Assert.NotEmpty(answer);
        return answer.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
