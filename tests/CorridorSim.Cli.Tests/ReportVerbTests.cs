using System.Diagnostics;
using System.Globalization;
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

    [Fact]
    public async Task A_report_tells_of_a_suite_with_the_figures_of_backtest_and_the_command_that_runs_it_again()
    {
        var suite = Path.Combine(_program.Runs, "visa.suite.yaml");
        await File.WriteAllTextAsync(
            suite,
            $"""
            corridorsim: 1
            id: visa
            title: A visa for Brazilians
            observations: {Repository.Root}/scenarios/worlds/americas/observations.csv
            experiments:
              visa-brazil:
                title: Mexico requires a visa of Brazilians
                scenario: {Repository.Root}/scenarios/holdout-2021.yaml
                measures: [measures.MEX.visa-brazil]
                date: 2022-01
                horizon: 3
                treated: ["encounters-between-ports:MEX>USA/BRA"]
            """,
            TestContext.Current.CancellationToken);
        _ = await _program.StartAsync("run", "scenarios/us-panama-2022.yaml", "--replicates", "4", "--to", "2022-06", "--runs", _program.Runs, "--quiet");
        var target = Path.Combine(_program.Runs, "report.html");

        var (_, told, _) = await _program.StartAsync("backtest", "--suite", suite, "--replicates", "4", "--json");
        var (code, _, _) = await _program.StartAsync("report", "latest", "--suite", suite, "--replicates", "4", "--out", target, "--runs", _program.Runs);

        Assert.Equal(0, code);
        var answer = JsonDocument.Parse(told).RootElement;
        var page = await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken);
        Assert.Contains($"A visa for Brazilians: {answer.GetProperty("sentence").GetString()} 4 simulations of each forecast.", page, StringComparison.Ordinal);
        Assert.Contains($"--suite {suite} --replicates 4 --out {target}", page, StringComparison.Ordinal);
        var row = Assert.Single(answer.GetProperty("rows").EnumerateArray());
        // Counted: 22,760 in the last three months of 2021, 5,450 in the first three of 2022.
        Assert.Equal((5450.0 / 22760) - 1, row.GetProperty("quarter").GetProperty("observed").GetDouble(), 9);
        Assert.Contains(">\u221276%<", page, StringComparison.Ordinal);
        Assert.Contains($">{row.GetProperty("errors").GetProperty("last month").GetDouble().ToString("0.00", CultureInfo.InvariantCulture)}<", page, StringComparison.Ordinal);
        Assert.Contains($">{row.GetProperty("errors").GetProperty("default").GetDouble().ToString("0.00", CultureInfo.InvariantCulture)}<", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suite_with_a_mistake_leaves_no_report_behind()
    {
        var suite = Path.Combine(_program.Runs, "wrong.suite.yaml");
        await File.WriteAllTextAsync(suite, "corridorsim: 1\nid: wrong\nobservations: nowhere.csv\nexperiments: {}\n", TestContext.Current.CancellationToken);
        _ = await _program.StartAsync("run", "scenarios/us-panama-2022.yaml", "--replicates", "2", "--to", "2022-02", "--runs", _program.Runs, "--quiet");
        var target = Path.Combine(_program.Runs, "report.html");

        var (code, _, error) = await _program.StartAsync("report", "latest", "--suite", suite, "--out", target, "--runs", _program.Runs);

        Assert.Equal(3, code);
        Assert.Contains("nowhere.csv:1:1", error, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
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
