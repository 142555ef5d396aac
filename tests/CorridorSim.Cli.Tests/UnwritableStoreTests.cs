using System.Diagnostics;
using System.Text.Json;

namespace CorridorSim.Cli.Tests;

public sealed class UnwritableStoreTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("run", "scenarios/us-panama-2022.yaml")]
    [InlineData("sweep", "scenarios/quota-enforcement.sweep.yaml")]
    public async Task A_folder_that_nobody_may_write_is_refused_before_the_work_with_code_10(string verb, string file)
    {
        // Nobody may make files among those of the kernel: neither root nor who may mount.
        var (code, _, error) = await _program.StartAsync(verb, file, "--runs", "/sys/kernel");

        Assert.Equal(10, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("corridorsim: /sys/kernel: cannot write", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_finds_no_room_for_its_tables_ends_with_one_line_and_leaves_nothing()
    {
        string[] run = ["run", "scenarios/us-panama-2022.yaml", "--replicates", "8", "--quiet", "--runs", _program.Runs];

        var (code, error) = await WithFilesOfAtMostAsync(64, run);
        var (after, _, _) = await _program.StartAsync(run);

        Assert.Equal(10, code);
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"corridorsim: {_program.Runs}: cannot write the run (", line, StringComparison.Ordinal);
        Assert.EndsWith("make room or give another folder.", line, StringComparison.Ordinal);
        Assert.Equal(0, after);
        Assert.Single(Directory.GetFileSystemEntries(_program.Runs));
    }

    [Fact]
    public async Task A_sweep_whose_journal_finds_no_room_half_way_ends_with_one_line_and_is_resumed_to_the_same_result()
    {
        const int Blocks = 450;
        var file = WriteSweep(Blocks);
        string[] sweep = ["sweep", file, "--json", "--quiet", "--runs"];
        string[] blocks = ["--block-size", "1", "--threads", "1"];
        var (roomy, full) = (Path.Combine(_program.Runs, "roomy"), Path.Combine(_program.Runs, "full"));

        // A line of the journal has about 320 bytes: there is room for two thirds of the blocks, and every other file is smaller (the scenario, of which the folder keeps a copy, has 65 kB).
        var (code, error) = await WithFilesOfAtMostAsync(96, [.. sweep, full, .. blocks]);
        var listed = await _program.StartAsync("list", "--runs", full);
        var resumed = await _program.StartAsync([.. sweep, full, .. blocks, "--resume"]);
        var undisturbed = await _program.StartAsync([.. sweep, roomy]);

        Assert.True(code == 10, $"{code}: {error}");
        var line = Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith($"corridorsim: {full}/", line, StringComparison.Ordinal);
        Assert.EndsWith("(a file has reached the greatest size that is allowed here); make room, then continue with --resume.", line, StringComparison.Ordinal);
        Assert.Equal((0, string.Empty), (listed.Code, listed.Error));
        Assert.Equal((0, 0), (resumed.Code, undisturbed.Code));
        var (again, whole) = (JsonDocument.Parse(resumed.Out).RootElement, JsonDocument.Parse(undisturbed.Out).RootElement);
        Assert.Equal(whole.GetProperty("resultHash").GetString(), again.GetProperty("resultHash").GetString());
        var journal = await File.ReadAllLinesAsync(Path.Combine(Directory.GetDirectories(full).Single(), "blocks.jsonl"), TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, Blocks), journal.Select(l => JsonDocument.Parse(l).RootElement.GetProperty("block").GetInt32()));
    }

    [Fact]
    public async Task A_report_that_finds_no_room_leaves_the_old_one()
    {
        var target = Path.Combine(_program.Runs, "report.html");
        _ = await _program.StartAsync("run", "scenarios/us-panama-2022.yaml", "--replicates", "2", "--to", "2021-06", "--quiet", "--runs", _program.Runs);
        await File.WriteAllTextAsync(target, "old", TestContext.Current.CancellationToken);

        var (code, error) = await WithFilesOfAtMostAsync(16, ["report", "latest", "--out", target, "--runs", _program.Runs]);

        Assert.Equal(3, code);
        Assert.StartsWith($"corridorsim: {target}: cannot be written (", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("old", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.Empty(Directory.GetFiles(_program.Runs, ".*"));
    }

    [Theory]
    [InlineData(10, 0, "rename", "latest", "other")]
    [InlineData(10, 0, "sign", "latest", "--key", "author.pem")]
    [InlineData(3, 0, "sign", "--new-key", "another.pem")]
    [InlineData(3, 1, "new", "mine")]
    [InlineData(3, 0, "export", "latest", "--out", "sheet.csv")]
    [InlineData(10, 1, "export", "latest", "--format", "parquet", "--out", "series.parquet")]
    [InlineData(3, 0, "verdicts", "scenarios/displaced-family-open.yaml", "--replicates", "1", "--quiet", "--reason", "why", "--out", "kept")]
    [InlineData(10, 2, "register", "scenarios/americas-history.yaml", "--until", "2023-02", "--name", "one", "--replicates", "2", "--quiet", "--observations", "known.csv", "--forecasts", "forecasts")]
    public async Task Whoever_writes_says_in_one_line_that_there_is_no_room_and_leaves_nothing(int expected, int kilobytes, params string[] words)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_program.Runs, "written")).FullName;
        _ = await _program.StartAsync("run", "scenarios/displaced-family-open.yaml", "--replicates", "1", "--to", "2022-12", "--quiet", "--runs", _program.Runs);
        var key = Path.Combine(folder, "author.pem");
        _ = await _program.StartAsync("sign", "--new-key", key);
        var months = Enumerable.Range(1, 12).Select(m => FormattableString.Invariant($"irregular-entries:COL>PAN,ALL,2022-{m:D2},{m}000,made"));
        await File.WriteAllLinesAsync(Path.Combine(folder, "known.csv"), ["series,nationality,month,value,source", .. months], TestContext.Current.CancellationToken);
        string[] before = [.. Everything(_program.Runs)];

        string[] own = ["mine", "author.pem", "another.pem", "sheet.csv", "series.parquet", "kept", "known.csv", "forecasts"];
        string[] store = words.Contains("latest") ? ["--runs", _program.Runs] : [];
        var (code, error) = await WithFilesOfAtMostAsync(kilobytes, [.. words.Select(w => own.Contains(w) ? Path.Combine(folder, w) : w), .. store]);

        Assert.True(code == expected, $"{code}: {error}");
        Assert.StartsWith("corridorsim: ", Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(before, Everything(_program.Runs));
    }

    /// <summary>All files there are, with their sizes; locks have no content.</summary>
    private static IEnumerable<string> Everything(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories)
        .Where(f => f.Name != ".lock").Select(f => $"{f.FullName} {f.Length}").Order(StringComparer.Ordinal);

    private string WriteSweep(int points)
    {
        var file = Path.Combine(_program.Runs, "full.sweep.yaml");
        File.WriteAllText(file, $$"""
            corridorsim: 1
            id: full
            base: {{Path.GetRelativePath(_program.Runs, Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"))}}
            set: { horizon.to: 2021-02 }
            factors:
              referrals: { path: agreements.us-panama.referrals.places-per-month, kind: lever, range: [0, 2000] }
            design: { kind: latin-hypercube, points: {{points}} }
            replicates: 1
            record: [deaths]
            """);
        return file;
    }

    /// <summary>The system refuses to let a file grow beyond a limit, as a full disk does, whoever writes.</summary>
    private static async Task<(int Code, string Error)> WithFilesOfAtMostAsync(int kilobytes, string[] arguments)
    {
        // The runtime maps its own code through a file of its own, which the limit would forbid.
        var script = $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" \"$@\"";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script, Path.Combine(AppContext.BaseDirectory, "corridorsim"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await error);
    }
}
