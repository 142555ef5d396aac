using System.Diagnostics;

namespace CorridorSim.Cli.Tests;

public sealed class StoppedRunTests : IDisposable
{
    private readonly BuiltProgram _program = new();

    /// <inheritdoc/>
    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-KILL", 137)]
    public async Task A_run_stopped_in_the_middle_leaves_no_run(string signal, int expected)
    {
        using var process = BuiltProgram.Begin("run", "scenarios/us-panama-2022.yaml", "--replicates", "5000", "--block-size", "8", "--runs", _program.Runs);
        _ = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);

        using var kill = Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, process.ExitCode);
        var (_, listed, _) = await _program.StartAsync("list", "--runs", _program.Runs);
        Assert.Empty(listed);
        Assert.Empty(Directory.GetDirectories(_program.Runs));
    }
}
