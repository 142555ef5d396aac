using System.Text.Json;

namespace CorridorSim.Cli.Tests;

/// <summary>A store on a file system that takes every lock and keeps none.</summary>
public sealed class NoLocksTests : IDisposable
{
    private static readonly Dictionary<string, string> NoLocks = new() { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" };
    private readonly BuiltProgram _program = new();

    private string Store => Path.Combine(_program.Runs, "store");

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Four_runs_at_once_are_all_kept()
    {
        string[] run = ["run", "scenarios/us-panama-2022.yaml", "--replicates", "1", "--to", "2021-02", "--quiet", "--runs", Store];

        var ends = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => BuiltProgram.StartWithAsync(NoLocks, run)));

        Assert.All(ends, e => Assert.True(e.Code == 0, e.Error));
        Assert.Equal(4, JsonDocument.Parse((await _program.StartAsync("list", "--json", "--runs", Store)).Out).RootElement.GetProperty("runs").GetArrayLength());
    }

    [Fact]
    public async Task A_sweep_that_may_be_at_work_is_neither_resumed_nor_deleted()
    {
        _ = await _program.StartAsync("new", Path.Combine(_program.Runs, "made"), "--from", "us-panama-2022");
        var file = Path.Combine(_program.Runs, "made", "small.sweep.yaml");
        await File.WriteAllTextAsync(file, BuiltProgram.ReferralSweep(400), TestContext.Current.CancellationToken);
        string[] sweep = ["sweep", file, "--runs", Store, "--block-size", "1", "--threads", "1"];
        using (var process = BuiltProgram.BeginWith(NoLocks, sweep))
        {
            _ = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var (resumed, _, resume) = await BuiltProgram.StartWithAsync(NoLocks, [.. sweep, "--resume"]);
        var (deleted, _, delete) = await BuiltProgram.StartWithAsync(NoLocks, "delete", "small", "--runs", Store);
        var (withLocks, _, error) = await _program.StartAsync([.. sweep[..4], "--resume", "--quiet"]);

        Assert.Equal((10, 10), (resumed, deleted));
        Assert.Contains("keeps no locks", Assert.Single(resume.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.Contains("is being written by another process", Assert.Single(delete.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.True(withLocks == 0, error);
    }
}
