using System.Globalization;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Dealing;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>Prints the tables of ratios, all from one process, as Markdown.</summary>
internal static class RatioReport
{
    /// <summary>The sections, in order.</summary>
    public static string[] Sections { get; } = ["widths", "grains", "blocks", "what-if", "creation", "allocation", "folders", "scaling", "memory", "commands", "slider"];

    /// <summary>Measures and prints some sections; a number among them is that of the lanes whose memory is watched.</summary>
    public static async Task PrintAsync(IReadOnlyList<string> words)
    {
        var lanes = words.Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).FirstOrDefault(n => n > 0, MemoryTable.UsualLanes);
        string[] sections = [.. words.Where(w => !w.All(char.IsAsciiDigit))];
        if (sections.Except(Sections).ToArray() is { Length: > 0 } unknown)
        {
            await Console.Error.WriteLineAsync($"No section '{unknown[0]}'; there are: {string.Join(", ", Sections)}.");
            Environment.ExitCode = 2;
            return;
        }

        Console.WriteLine(FormattableString.Invariant($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd}, seconds are wall-clock unless they say processor"));
        await using var engine = await BlockEngine.OpenAsync();
        foreach (var section in sections)
        {
            Console.WriteLine();
            await (section switch
            {
                "widths" => WidthTable.PrintAsync(),
                "grains" => GrainTable.PrintAsync(engine, [128], repetitions: 7),
                "blocks" => GrainTable.PrintAsync(engine, [16, 32, 64, 128, 256], repetitions: 3),
                "what-if" => WhatIfTable.PrintAsync(engine),
                "commands" => CommandTable.PrintAsync(),
                "slider" => CommandTable.PrintSliderAsync(),
                "creation" => Done(CreationTable.Print),
                "allocation" => Done(AllocationTable.Print),
                "folders" => FolderTable.PrintAsync(engine),
                "scaling" => Done(ScalingTable.Print),
                _ => MemoryTable.PrintAsync(engine, lanes),
            });
        }
    }

    private static Task Done(Action print)
    {
        print();
        return Task.CompletedTask;
    }
}
