using System.Diagnostics;
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
        Assert.Contains($"corridorsim report {made} --runs {_program.Runs} --out {target}", page, StringComparison.Ordinal);
        Assert.Matches("[Ii]n [0-8] of 8 simulations", page);
        Assert.Empty(await ComplaintsOfBrowserAsync(target));
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

    /// <summary>What a browser that reaches no host complains about: anything that does not load, runs, or breaks the page's policy.</summary>
    private static async Task<string[]> ComplaintsOfBrowserAsync(string page)
    {
        var browser = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "chromium";
        string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--dump-dom", new Uri(page).AbsoluteUri];
        using var process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var shown = process.StandardOutput.ReadToEndAsync();
        var log = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Contains("Assumptions and sources", await shown, StringComparison.Ordinal);
        return [.. (await log).Split('\n').Where(line => line.Contains(":CONSOLE", StringComparison.Ordinal))];
    }
}
