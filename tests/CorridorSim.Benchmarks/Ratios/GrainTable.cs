using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>The kernel alone against the same blocks through grains, in turns, by block size.</summary>
internal static class GrainTable
{
    private const int Replicates = 1024;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync(IBlockEngine engine, int[] sizes, int repetitions)
    {
        var plan = BlockPlan.Compile(Americas.Experiment(Replicates));
        var lanes = plan.Experiment.Lanes;
        Console.WriteLine(FormattableString.Invariant($"Americas, {plan.Experiment.Months} months, {lanes} lanes; medians of {repetitions} turns"));
        Console.WriteLine();
        Console.WriteLine("| block size | bare loop, lanes/s | grains, lanes/s | throughput, grains / bare | processor time, grains / bare | bare, processor ms a lane | pauses of the collector, bare and grains |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in sizes)
        {
            var blocks = Runner.Blocks(lanes, size);
            Loops.Bare(plan, blocks);
            await Loops.GrainsAsync(engine, plan, blocks);
            var turns = new List<(Sample Bare, Sample Grains)>();
            for (var i = 0; i < repetitions; i++)
            {
                turns.Add((Sample.Of(() => Loops.Bare(plan, blocks)), await Sample.OfAsync(() => Loops.GrainsAsync(engine, plan, blocks))));
            }

            var bare = lanes / Sample.Median(turns.Select(t => t.Bare.Seconds));
            var grains = lanes / Sample.Median(turns.Select(t => t.Grains.Seconds));
            var throughput = Sample.Median(turns.Select(t => t.Bare.Seconds / t.Grains.Seconds));
            var processor = Sample.Median(turns.Select(t => t.Grains.ProcessorSeconds / t.Bare.ProcessorSeconds));
            var perLane = 1000 * Sample.Median(turns.Select(t => t.Bare.ProcessorSeconds)) / lanes;
            Console.WriteLine(FormattableString.Invariant($"| {size} | {bare:F0} | {grains:F0} | {throughput:F2} | {processor:F2} | {perLane:F2} | {Paused(turns.Select(t => t.Bare)):F0} %, {Paused(turns.Select(t => t.Grains)):F0} % |"));
        }
    }

    private static double Paused(IEnumerable<Sample> samples) => 100 * Sample.Median(samples.Select(s => s.PauseSeconds / s.Seconds));
}
