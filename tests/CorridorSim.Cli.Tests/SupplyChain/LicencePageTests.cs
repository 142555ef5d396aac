using System.Diagnostics;

namespace CorridorSim.Cli.Tests.SupplyChain;

public sealed class LicencePageTests
{
    [Fact]
    public async Task The_page_of_licences_is_what_the_restored_packages_say()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "licences.md"), TestContext.Current.CancellationToken);
        using var script = Process.Start(new ProcessStartInfo("bash", ["docs/make-licences.sh"]) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root })!;

        var made = await script.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await script.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, script.ExitCode);
        Assert.Equal(page.ReplaceLineEndings("\n"), made.ReplaceLineEndings("\n"));
        Assert.DoesNotContain("not stated", page, StringComparison.Ordinal);
    }
}
