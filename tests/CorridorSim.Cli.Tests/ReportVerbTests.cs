using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class ReportVerbTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task A_report_of_the_latest_run_is_written_with_the_command_that_makes_it_again()
    {
        string[] run = ["run", "scenarios/us-panama-2022.yaml", "--replicates", "8", "--to", "2023-03", "--runs", _program.Runs, "--json"];
        var made = JsonDocument.Parse((await _program.StartAsync(run)).Out).RootElement.GetProperty("runId").GetString();
        var target = Path.Combine(_program.Runs, "report.html");

        var (code, output, _) = await _program.StartAsync("report", "latest", "--out", target, "--runs", _program.Runs, "--json");

        Assert.Equal(0, code);
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal((target, $"{made}:americas-history"), (answer.GetProperty("file").GetString(), answer.GetProperty("base").GetString()));
        var page = await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken);
        Assert.Contains($"corridorsim report {made} --out report.html", page, StringComparison.Ordinal);
        Assert.Contains("In 8 of 8 replicates", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, "report", "nothing-here", "--out", "x.html")]
    [InlineData(2, "report", "latest")]
    public async Task A_mistake_gets_its_exit_code_and_one_line(int expected, params string[] arguments)
    {
        var (code, _, error) = await _program.StartAsync([.. arguments, "--runs", _program.Runs]);

        Assert.Equal(expected, code);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
