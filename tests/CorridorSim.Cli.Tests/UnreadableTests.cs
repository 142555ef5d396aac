using System.Diagnostics;

namespace CorridorSim.Cli.Tests;

/// <summary>Files and folders that this user may not read are named in one line; as root nothing is unreadable, so another user asks.</summary>
public sealed class UnreadableTests : IAsyncLifetime
{
    private const string Nobody = "65534";
    private readonly BuiltProgram _program = new();
    private string _run = string.Empty;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var (code, _, error) = await _program.StartAsync("new", Folder, "--tiny");
        Assert.True(code == 0, error);
        _ = await _program.StartAsync("run", Path.Combine(Folder, "mine.yaml"), "--replicates", "1", "--to", "2022-12", "--quiet", "--runs", Store);
        _run = Directory.GetDirectories(Store).Single();
        await ShellAsync("chmod", "-R", "a+rX", _program.Runs);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ShellAsync("chmod", "-R", "a+rwX", _program.Runs);
        _program.Dispose();
    }

    private string Folder => Path.Combine(_program.Runs, "mine");

    private string Store => Path.Combine(_program.Runs, "store");

    [Theory]
    [InlineData("mine.yaml", "mine.yaml:1:1: may not be read; mend its rights", 3, "validate", "mine.yaml")]
    [InlineData("mine.yaml", "mine.yaml:1:1: may not be read; mend its rights", 3, "run", "mine.yaml")]
    [InlineData("displaced-schemes.yaml", "displaced-schemes.yaml:1:1: may not be read; mend its rights", 3, "validate", "mine.yaml")]
    [InlineData("worlds/ukraine-uk/channels.csv", "ukraine-uk/channels.csv:1:1: may not be read; mend its rights", 3, "validate", "mine.yaml")]
    [InlineData("worlds/ukraine-uk", "may not be read; mend its rights", 3, "validate", "mine.yaml")]
    [InlineData("../store", "may not be read; mend its rights", 10, "list", "--runs", "../store")]
    [InlineData("../store", "may not be read; mend its rights", 10, "query", "select 1", "--runs", "../store")]
    [InlineData("RUN/summary.parquet", "may not be read", 10, "show", "latest", "--runs", "../store")]
    [InlineData("RUN/summary.parquet", "summary.parquet: may not be read; mend its rights", 10, "verify", "latest", "--runs", "../store")]
    [InlineData("RUN/manifest.json", "manifest.json: may not be read; mend its rights", 10, "show", "RUN", "--runs", "../store")]
    [InlineData("RUN", "manifest.json: may not be read; mend its rights", 10, "verify", "RUN", "--runs", "../store")]
    public async Task What_may_not_be_read_is_named_in_one_line(string closed, string expected, int code, params string[] arguments)
    {
        await ShellAsync("chmod", "000", Path.Combine(Folder, closed.Replace("RUN", _run, StringComparison.Ordinal)));

        var (ended, _, error) = await AsNobodyAsync([.. arguments.Select(a => a == "RUN" ? Path.GetFileName(_run) : a)]);

        Assert.Equal(code, ended);
        Assert.Contains(expected, Assert.Single(error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_may_not_be_read_is_left_out_with_a_line()
    {
        await ShellAsync("chmod", "000", _run);

        var (listed, table, damaged) = await AsNobodyAsync("list", "--runs", "../store");
        var (asked, rows, left) = await AsNobodyAsync("query", "select count(*) as n from runs", "--runs", "../store");

        Assert.Equal((0, 10, string.Empty, "n\n0\n"), (listed, asked, table, rows));
        Assert.Contains($"{_run}/manifest.json: may not be read; mend its rights.", damaged, StringComparison.Ordinal);
        Assert.Contains(_run, left, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", ".")]
    [InlineData("run", "worlds")]
    public async Task A_folder_in_place_of_a_file_is_said_to_be_one(string verb, string folder)
    {
        var (code, _, error) = await BuiltProgram.StartInAsync(Folder, verb, folder);

        Assert.Equal(3, code);
        Assert.Equal($"{folder}:1:1: is a folder; name a file in it", error.TrimEnd('\n'));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_where_it_begins()
    {
        var file = Path.Combine(Folder, "latin.yaml");
        await File.WriteAllBytesAsync(file, [.. "corridorsim: 1\nid: latin\ntitle: caf"u8, 0xE9, .. "\n"u8], TestContext.Current.CancellationToken);

        var (code, _, error) = await BuiltProgram.StartInAsync(Folder, "validate", "latin.yaml");

        Assert.Equal(3, code);
        Assert.StartsWith("latin.yaml:3:11: this is not UTF-8", error, StringComparison.Ordinal);
        Assert.Contains("save the file as UTF-8", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Out, string Error)> AsNobodyAsync(params string[] arguments) => Environment.UserName == "root"
        ? EndAsync("setpriv", [$"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", Path.Combine(AppContext.BaseDirectory, "corridorsim"), .. arguments])
        : EndAsync(Path.Combine(AppContext.BaseDirectory, "corridorsim"), arguments);

    private async Task<(int Code, string Out, string Error)> EndAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    private static async Task ShellAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
    }
}
