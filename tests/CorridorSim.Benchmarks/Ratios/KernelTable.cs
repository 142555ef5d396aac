using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Running;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>
/// The kernel alone on one core by block size, as one row of a table, and the hash of what it measured: the same row and the same hash can be
/// asked of another process with narrower vectors. The least of many repetitions: other jobs on the machine only add to it.
/// </summary>
internal static class KernelTable
{
    private const int Repetitions = 9;

    private static readonly int[] Sizes = [8, 16, 32, 64, 128, 256];

    /// <summary>Head of the table.</summary>
    public static string Head =>
        $"| vectors, bits | {string.Join(" | ", Sizes.Select(size => FormattableString.Invariant($"blocks of {size}, processor ms a lane")))} | result hash |\n| --- |{string.Concat(Sizes.Select(_ => " ---: |"))} --- |";

    /// <summary>Measures and prints a row.</summary>
    public static void Print()
    {
        var plan = BlockPlan.Compile(Americas.Experiment(replicates: 256));
        var costs = Sizes.Select(size => Cost(plan, new LaneRange(0, size)));
        var hash = ResultHash.Of([BlockSimulation.Run(plan, new LaneRange(0, Sizes[^1]))]);
        Console.WriteLine($"| {WidestVector} | {string.Join(" | ", costs.Select(c => FormattableString.Invariant($"{c:F3}")))} | {hash[..12]} |");
    }

    /// <summary>Bits of the widest vector that this process uses.</summary>
    private static int WidestVector =>
        System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated ? 512
        : System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? 256
        : 128;

    private static double Cost(BlockPlan plan, LaneRange lanes)
    {
        _ = BlockSimulation.Run(plan, lanes);
        return 1000 * Enumerable.Range(0, Repetitions).Min(turn => Sample.Of(() => _ = BlockSimulation.Run(plan, lanes)).ProcessorSeconds) / lanes.Count;
    }
}
