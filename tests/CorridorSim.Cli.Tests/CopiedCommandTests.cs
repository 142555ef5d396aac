using System.Diagnostics;
using CorridorSim.Dashboard;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Shared.Words;

namespace CorridorSim.Cli.Tests;

/// <summary>The command lines that pages and reports offer run as they stand, also where folders have names that a shell would split.</summary>
public sealed class CopiedCommandTests(ComparedRun run) : IClassFixture<ComparedRun>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("corridorsim commands").FullName;

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_runs_in_a_shell_and_finds_its_folders()
    {
        const string Runs = "it's my $HOME; runs";
        const string Scenarios = "my scenarios (new)";
        Repository.CopyFolder(Repository.Scenarios, Path.Combine(_folder, Scenarios));
        Repository.CopyFolder(Path.Combine(run.Program.Runs, run.Id), Path.Combine(_folder, Runs, run.Id));
        File.CreateSymbolicLink(Path.Combine(_folder, "corridorsim"), Path.Combine(AppContext.BaseDirectory, "corridorsim"));
        var catalogue = new ScenarioCatalogue(Path.Combine(_folder, Scenarios));
        var commands = new CommandLines(new DashboardOptions { RunsFolder = Runs, ScenariosFolder = Scenarios }, catalogue);
        string[] lines =
        [
            commands.Export(run.Id),
            commands.Verify(run.Id),
            commands.Report(run.Id),
            commands.Compare($"{run.Id}:americas-history", [run.Id], "2022", "mean-wait:usa-*"),
            commands.Query("select count(*) as \"it's\" from series where variable = 'deaths'"),
        ];

        foreach (var line in lines)
        {
            var (code, error) = await ShellAsync(line);
            Assert.True(code == 0, $"{line}: {error}");
        }

        var report = await File.ReadAllTextAsync(Path.Combine(_folder, $"{run.Id}.html"), TestContext.Current.CancellationToken);
        var offered = System.Net.WebUtility.HtmlDecode(report).Split("<pre><code>").Skip(1).SelectMany(part => part.Split("</code>")[0].Split('\n')).Where(l => l.StartsWith("corridorsim ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, offered.Length);
        foreach (var line in offered)
        {
            var (code, error) = await ShellAsync($"./{line}");
            Assert.True(code == 0, $"{line}: {error}");
        }
    }

    private async Task<(int Code, string Error)> ShellAsync(string line)
    {
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = shell.StandardOutput.ReadToEndAsync();
        var error = shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return (shell.ExitCode, await error + await output);
    }
}
