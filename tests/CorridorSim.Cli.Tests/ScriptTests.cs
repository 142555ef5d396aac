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

    [Fact]
    public async Task Shell_samples_of_the_page_on_scripting_do_what_it_says()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "scripting.md"), TestContext.Current.CancellationToken);
        var samples = Regex.Matches(page, "<!-- run by tests -->\n```bash\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToArray();
        Assert.Equal(2, samples.Length);

        var (swept, table, sweepError) = await StartAsync("bash", "-euo", "pipefail", "-c", samples[0]);
        var (compared, words, compareError) = await StartAsync("bash", "-euo", "pipefail", "-c", samples[1]);

        Assert.True(swept == 0, sweepError);
        var admissions = Regex.Matches(table, @"^(\d+)\D+(\d+)", RegexOptions.Multiline).Select(m => (Number(m.Groups[1].Value), Number(m.Groups[2].Value))).ToArray();
        Assert.Equal([0, 500, 1000], admissions.Select(a => a.Item1));
        Assert.True(admissions[0].Item2 < admissions[1].Item2 && admissions[1].Item2 < admissions[2].Item2);
        Assert.True(compared == 0, compareError);
        Assert.Equal("exit code 0", words.Trim());
    }

    private static int Number(string text) => int.Parse(text.Replace(",", string.Empty, StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The projects that a script refers to are built already: tests run the Release build of the same tree.</summary>
    private static Task<(int Code, string Out, string Error)> DotnetAsync(string script, params string[] arguments) =>
        StartAsync("dotnet", ["run", "-c", "Release", Path.Combine("scenarios", "scripts", script), "--", .. arguments]);

    private static async Task<(int Code, string Out, string Error)> StartAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["PATH"] = AppContext.BaseDirectory + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
