using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests;

/// <summary>Commands that the program prints are given to a shell as they are, and run.</summary>
public sealed class PrintedCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim").FullName;

    public PrintedCommandTests()
    {
        Directory.CreateSymbolicLink(Path.Combine(_folder, "scenarios"), Repository.Scenarios);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "corridorsim"), Path.Combine(AppContext.BaseDirectory, "corridorsim"));
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("runs")]
    [InlineData("it's a \"store\" of $HOME & more")]
    public async Task Commands_of_a_report_run(string runs)
    {
        var (made, output, error) = await BuiltProgram.StartInAsync(_folder, "run", "scenarios/us-panama-2022.yaml", "--replicates", "2", "--to", "2021-03", "--json", "--runs", runs);
        Assert.True(made == 0, error);
        var run = JsonDocument.Parse(output).RootElement.GetProperty("runId").GetString()!;
        var (written, _, _) = await BuiltProgram.StartInAsync(_folder, "report", run, "--out", "the report.html", "--runs", runs);
        Assert.Equal(0, written);

        var page = await File.ReadAllTextAsync(Path.Combine(_folder, "the report.html"), TestContext.Current.CancellationToken);
        string[] commands = [.. Regex.Matches(page, "<pre><code>(corridorsim .*?)</code></pre>", RegexOptions.Singleline).SelectMany(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('\n'))];

        Assert.Equal(3, commands.Length);
        foreach (var command in commands)
        {
            await RunsAsync(command);
        }

        Assert.True(File.Exists(Path.Combine(_folder, $"{run}.csv")));
    }

    [Fact]
    public async Task The_command_after_new_runs()
    {
        var (_, said, _) = await BuiltProgram.StartInAsync(_folder, "new", "what's new; or not", "--from", "us-panama-2022");

        await RunsAsync(said[said.IndexOf("corridorsim", StringComparison.Ordinal)..].Trim() + " --replicates 1 --to 2021-02");
    }

    [Fact]
    public async Task The_command_of_a_sweep_that_was_stopped_runs()
    {
        _ = await BuiltProgram.StartInAsync(_folder, "new", "made", "--from", "us-panama-2022");
        await File.WriteAllTextAsync(Path.Combine(_folder, "made", "a sweep.sweep.yaml"), BuiltProgram.ReferralSweep(40), TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "corridorsim"), ["sweep", "made/a sweep.sweep.yaml", "--runs", "my runs", "--block-size", "1", "--threads", "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        })!;
        _ = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
        using var stop = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        await RunsAsync(said[said.IndexOf("corridorsim sweep", StringComparison.Ordinal)..].Trim());
    }

    [Fact]
    public async Task Examples_in_the_help_of_verbs_that_look_run()
    {
        await RunsAsync("corridorsim run scenarios/us-panama-2022.yaml --replicates 2 --to 2023-12");
        var (_, help, _) = await BuiltProgram.StartInAsync(_folder, "--help");
        string[] verbs = [.. Regex.Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..], "^  ([a-z]+) ", RegexOptions.Multiline).Select(m => m.Groups[1].Value)];
        Assert.True(verbs.Length >= 28, help);
        var tried = 0;
        foreach (var verb in verbs.Except(["corridorsim", "why", "sweep", "sensitivity", "discover", "robust", "optimise", "calibrate", "backtest", "serve", "silo", "list", "register", "score", "record"]))
        {
            var (_, own, _) = await BuiltProgram.StartInAsync(_folder, verb, "--help");
            var example = Regex.Match(own, @"Description:\s+[^:]*: (corridorsim .*)").Groups[1].Value.Trim();
            Assert.True(example.Length > 0, own);
            await RunsAsync(verb is "run" or "compare" ? $"{example} --replicates 1 --to 2023-02" : example);
            tried++;
        }

        Assert.True(tried >= 15);
    }

    private async Task RunsAsync(string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        start.Environment["PATH"] = $"{_folder}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{command}{Environment.NewLine}{await error}");
    }
}
