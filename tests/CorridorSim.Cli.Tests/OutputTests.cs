using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CorridorSim.Cli.Tests;

/// <summary>An output that is full, closed or left, and texts that are made to trick a terminal.</summary>
public sealed class OutputTests(ComparedRun run) : IClassFixture<ComparedRun>
{
    private const string Program = "\"$0\"";

    [Theory]
    [InlineData("list --runs \"$1\" > /dev/full")]
    [InlineData("list --runs \"$1\" --json > /dev/full")]
    [InlineData("list --runs \"$1\" >&-")]
    [InlineData("schema > /dev/full")]
    [InlineData("--help > /dev/full")]
    [InlineData("query 'select * from lanes' --runs \"$1\" > /dev/full")]
    public async Task An_output_that_takes_nothing_is_one_line_with_code_11(string command)
    {
        var (code, _, error) = await ShellAsync($"{Program} {command}");

        Assert.Equal(11, code);
        Assert.StartsWith("corridorsim: cannot write to standard output: ", Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_program_at_once_and_quietly()
    {
        // Some hundred million rows: the end comes because nobody reads, or not within the time of this test.
        var (code, output, error) = await ShellAsync($"{Program} query 'select a.lane from series a, (select unnest(range(3)))' --runs \"$1\" | head -1; echo ${{PIPESTATUS[0]}}");

        Assert.Equal((0, "lane\n141\n", string.Empty), (code, output, error));
    }

    [Theory]
    [InlineData("select chr(27) || '[31mred' || chr(7) || chr(155) as x")]
    [InlineData("select 'a' || chr(8238) || 'b' as x")]
    public async Task No_cell_moves_the_cursor(string sql)
    {
        var (_, output, _) = await run.Program.StartAsync("query", sql, "--runs", run.Program.Runs);

        Assert.All(output.Trim(), c => Assert.True(c == '\n' || !(char.IsControl(c) || c == '\u202e')));
        Assert.Contains('?', output);
    }

    [Fact]
    public async Task The_time_zone_and_the_language_change_nothing()
    {
        var (_, usual, _) = await run.Program.StartAsync("list", "--runs", run.Program.Runs);
        foreach (var zone in new[] { "America/Bogota", "Asia/Kathmandu" })
        {
            var environment = new Dictionary<string, string> { ["TZ"] = zone, ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8", ["COLUMNS"] = "40" };

            Assert.Equal(usual, (await BuiltProgram.StartWithAsync(environment, "list", "--runs", run.Program.Runs)).Out);
            Assert.Equal(
                (await run.Program.StartAsync("query", "select created::timestamptz from runs", "--runs", run.Program.Runs)).Out,
                (await BuiltProgram.StartWithAsync(environment, "query", "select created::timestamptz from runs", "--runs", run.Program.Runs)).Out);
        }

        Assert.Contains("written (UTC)", usual, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var (code, output, error) = await run.Program.StartAsync("serve", "--urls", $"http://127.0.0.1:{port}", "--runs", run.Program.Runs);

        Assert.Equal((3, string.Empty), (code, output));
        Assert.Contains(port.ToString(CultureInfo.InvariantCulture), Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private async Task<(int Code, string Out, string Error)> ShellAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command, Path.Combine(AppContext.BaseDirectory, "corridorsim"), run.Program.Runs])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
