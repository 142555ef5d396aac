using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>
/// The kernel alone on one core, and how much of it the making of a block takes: inputs, shocks and start states, before the
/// first tick. The least of many repetitions: other jobs on the machine only add to it.
/// </summary>
internal static class CreationTable
{
    private const int Repetitions = 15;

    /// <summary>Measures and prints; on one core.</summary>
    public static void Print()
    {
        var plan = BlockPlan.Compile(Americas.Experiment(replicates: 256));
        Console.WriteLine("| block size | making, processor ms a lane | making and simulation, processor ms a lane | share | lanes a second on a core |");
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
        foreach (var size in new[] { 32, 64, 128, 256 })
        {
            var lanes = new LaneRange(0, size);
            _ = BlockSimulation.Run(plan, lanes);
            var making = Cost(() => _ = new Block(plan, lanes)) / size;
            var whole = Cost(() => _ = BlockSimulation.Run(plan, lanes)) / size;
            Console.WriteLine(FormattableString.Invariant($"| {size} | {making:F3} | {whole:F3} | {100 * making / whole:F0} % | {1000 / whole:F0} |"));
        }
    }

    private static double Cost(Action act) =>
        1000 * Enumerable.Range(0, Repetitions).Min(_ => Sample.Of(act).ProcessorSeconds);
}
