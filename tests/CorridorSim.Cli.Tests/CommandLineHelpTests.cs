using System.Diagnostics;

namespace CorridorSim.Cli.Tests;

public sealed class CommandLineHelpTests
{
    [Fact]
    public async Task Help_asked_of_the_built_program_says_what_it_is()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "corridorsim"), "--help")
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;

        string help = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("CorridorSim simulates how agreements between countries change migration", help, StringComparison.Ordinal);
    }
}
