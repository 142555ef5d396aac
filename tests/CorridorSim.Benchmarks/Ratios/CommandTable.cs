using System.Diagnostics;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>
/// Whole commands and the slider of a page, each in processes of their own, beside the what-if of this one: what a user waits for, and what
/// of it is simulation.
/// </summary>
internal static class CommandTable
{
    private const int Starts = 5;

    private static readonly string[] Run = ["run", "scenarios/us-panama-2022.yaml", "--quiet"];
    private static readonly string[] Sweep = ["sweep", "scenarios/quota-enforcement.sweep.yaml", "--quiet"];

    /// <summary>Measures and prints the commands, started as people start them.</summary>
    /// <exception cref="InvalidOperationException">A command failed.</exception>
    public static async Task PrintAsync()
    {
        // The first start builds what has changed.
        await EndAsync("corridorsim", ["--version"]);
        Console.WriteLine($"machine code made ahead of time: {(IsMadeAhead() ? "yes" : "no; ./corridorsim makes it behind its second start")}");
        Console.WriteLine();
        Console.WriteLine("| command | starts | median, s | least and greatest, s |");
        Console.WriteLine("| --- | ---: | ---: | --- |");
        foreach (var command in new[] { Run, Sweep })
        {
            var store = Directory.CreateTempSubdirectory("corridorsim-benchmark");
            try
            {
                var seconds = new List<double>();
                for (var start = 0; start < Starts; start++)
                {
                    // A folder each, so that no block is taken over from the start before.
                    var sample = await Sample.OfAsync(() => EndAsync("corridorsim", [.. command, "--runs", Path.Combine(store.FullName, $"{start}")]));
                    seconds.Add(sample.Seconds);
                }

                Console.WriteLine(FormattableString.Invariant($"| {string.Join(' ', command)} | {Starts} | {Sample.Median(seconds):F2} | {seconds.Min():F2} to {seconds.Max():F2} |"));
            }
            finally
            {
                store.Delete(true);
            }
        }
    }

    /// <summary>Moves the slider of the page What-if in a browser, by the measurement that the tests of the pages hold.</summary>
    /// <exception cref="InvalidOperationException">The tests of the pages are not built, or there is no browser.</exception>
    public static async Task PrintSliderAsync()
    {
        var output = await EndAsync("tests/CorridorSim.Dashboard.Tests/bin/Release/net10.0/CorridorSim.Dashboard.Tests", ["-noColor", "-explicit", "only", "-showLiveOutput", "-method", "*Slider_to_redrawn_charts"]);
        Console.WriteLine(output.Split('\n').FirstOrDefault(l => l.Contains("slider to redrawn charts", StringComparison.Ordinal))?.Trim()
            ?? throw new InvalidOperationException($"The measurement of the slider printed nothing:{Environment.NewLine}{output}"));
    }

    /// <summary>Whether the launcher has made code ahead of time since the last build.</summary>
    private static bool IsMadeAhead()
    {
        var ready = Path.Combine(Repository.Root, "src/CorridorSim.Cli/obj/corridorsim.ready");
        return File.Exists(ready) && File.ReadAllText(ready).Trim() == "yes";
    }

    private static async Task<string> EndAsync(string program, string[] arguments)
    {
        var path = Path.Combine(Repository.Root, program);
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"There is no {program}; build the solution in Release first.");
        }

        var start = new ProcessStartInfo(path, arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["CORRIDORSIM_PRECOMPILE"] = "no";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output}{await error}");
    }
}
