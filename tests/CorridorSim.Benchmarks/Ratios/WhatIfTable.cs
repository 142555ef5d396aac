using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Running;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>One what-if as the dashboard asks for it: 64 replicates of one variant, its baseline known already.</summary>
internal static class WhatIfTable
{
    private const int Replicates = 64;
    private const int Questions = 50;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync(IBlockEngine engine)
    {
        var experiment = Americas.Experiment(Replicates);
        experiment = experiment with { Variants = [experiment.Variants[0]] };
        var options = new RunnerOptions { BlockSize = Replicates / Environment.ProcessorCount };
        var runner = new Runner(engine);
        for (var i = 0; i < 5; i++)
        {
            _ = await runner.RunAsync(experiment, options);
        }

        var samples = new List<Sample>();
        for (var i = 0; i < Questions; i++)
        {
            samples.Add(await Sample.OfAsync(() => runner.RunAsync(experiment, options)));
        }

        var median = 1000 * Sample.Median(samples.Select(s => s.Seconds));
        var p95 = 1000 * Sample.Quantile(samples.Select(s => s.Seconds), 0.95);
        var processor = 1000 * Sample.Median(samples.Select(s => s.ProcessorSeconds));
        Console.WriteLine(FormattableString.Invariant(
            $"What-if, {Replicates} lanes of {experiment.Months} months, {Questions} questions: median {median:F0} ms, 95th percentile {p95:F0} ms, processor {processor:F0} ms"));
    }
}
