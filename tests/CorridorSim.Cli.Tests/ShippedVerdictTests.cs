namespace CorridorSim.Cli.Tests;

/// <summary>What the shipped scenarios conclude, and the hash of each result, as it is kept in the repository with a reason.</summary>
public sealed class ShippedVerdictTests
{
    private const string Kept = "scenarios/verdicts";
    private const string Pact = "scenarios/us-panama-2022.yaml";

    private static readonly string[] Kinds = ["calibration", "optimise", "sweep", "compare", "suite"];

    [Fact]
    public async Task Every_shipped_scenario_concludes_what_is_kept_to_the_last_bit()
    {
        var files = Directory.EnumerateFiles(Repository.Scenarios, "*.yaml")
            .Where(f => !Kinds.Any(k => f.EndsWith($".{k}.yaml", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

        var (code, output, error) = await CheckAsync([.. files]);

        Assert.True(
            code == 0,
            $"A conclusion or a number of a shipped scenario changed. If that is meant, keep the new tables with a reason: corridorsim verdicts FILES --out {Kept} --reason TEXT{Environment.NewLine}{output}{error}");
    }

    [Fact]
    public async Task A_planted_change_of_a_parameter_is_caught_and_named()
    {
        var (code, output, _) = await CheckAsync([Pact, "--set", "agreements.us-panama.provisions.safe-transit.factor.value=1.0"]);

        Assert.Equal(6, code);
        Assert.Contains("us-panama-2022 deaths: was clear, down", output, StringComparison.Ordinal);
        Assert.Contains("us-panama-2022: other numbers than were kept", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_title_changes_no_conclusion()
    {
        var (code, output, error) = await CheckAsync([Pact, "--set", "title=Another title"]);

        Assert.True(code == 0, output + error);
        Assert.StartsWith("nothing changed", output, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Out, string Error)> CheckAsync(string[] arguments)
    {
        using var program = new BuiltProgram();
        return await program.StartAsync(["verdicts", .. arguments, "--check", Kept, "--quiet"]);
    }
}
