using System.Diagnostics;

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

    /// <summary>The system refuses to let a file grow beyond a limit, as a full disk does, whoever writes.</summary>
    private static async Task<(int Code, string Error)> WithFilesOfAtMostAsync(int kilobytes, string[] arguments)
    {
        // The runtime maps its own code through a file of its own, which the limit would forbid.
        var script = $"trap '' XFSZ; ulimit -f {kilobytes}; export DOTNET_EnableWriteXorExecute=0; exec \"$0\" \"$@\"";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script, Path.Combine(AppContext.BaseDirectory, "corridorsim"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuiltProgram.Root(),
        })!;
        var error = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await error);
    }
}
