using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CorridorSim.Cli.Tests;

/// <summary>The shipped C# scripts, run as a reader of docs/scripting.md runs them.</summary>
public sealed class ScriptTests
{
    [Fact]
    public async Task The_quota_sweep_prints_a_row_a_quota_and_more_places_admit_more_people()
    {
        var (code, output, error) = await DotnetAsync("quota-sweep.cs", "0", "500", "2000");

        Assert.True(code == 0, error + output);
        var admitted = Regex.Matches(output, @"^ +([\d,]+) +([\d,]+) \(", RegexOptions.Multiline)
            .ToDictionary(m => Number(m.Groups[1].Value), m => Number(m.Groups[2].Value));
        Assert.Equal([0, 500, 2000], admitted.Keys);
        Assert.True(admitted[0] < admitted[500] && admitted[500] < admitted[2000]);
    }

    [Fact]
    public async Task The_threshold_is_where_the_share_of_replicates_passes_nine_in_ten()
    {
        var (code, output, error) = await DotnetAsync("find-threshold.cs", "2000");

        Assert.True(code == 0, error + output);
        var steps = Regex.Matches(output, @"^ *([\d,.]+) places a month: .* in (\d+) %", RegexOptions.Multiline)
            .Select(m => (Places: double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), Share: Number(m.Groups[2].Value))).ToArray();
        var threshold = Number(Regex.Match(output, @"^threshold: (\d+) places", RegexOptions.Multiline).Groups[1].Value);
        Assert.True(steps.Length >= 8);
        Assert.All(steps.Where(s => s.Places < threshold - 1), s => Assert.True(s.Share < 90));
        Assert.All(steps.Where(s => s.Places > threshold + 1), s => Assert.True(s.Share >= 90));
    }

    private static int Number(string text) => int.Parse(text.Replace(",", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<(int Code, string Out, string Error)> DotnetAsync(string script, params string[] arguments)
    {
        // The projects that it refers to are built already: tests run the Release build of the same tree.
        var start = new ProcessStartInfo("dotnet", ["run", "-c", "Release", Path.Combine(BuiltProgram.Root(), "scenarios", "scripts", script), "--", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = BuiltProgram.Root(),
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
