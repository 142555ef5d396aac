using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Runs.Running;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>The two ways to simulate the same blocks: a plain loop over all cores, and grains.</summary>
internal static class Loops
{
    /// <summary>The kernel alone: blocks in a plain loop, as many at a time as there are cores.</summary>
    public static void Bare(BlockPlan plan, IReadOnlyList<LaneRange> blocks)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        // Whole blocks are handed out one at a time: a static split would leave a core idle at the end.
        _ = Parallel.ForEach(System.Collections.Concurrent.Partitioner.Create(blocks, System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering), options, lanes => _ = BlockSimulation.Run(plan, lanes));
    }

    /// <summary>The same blocks as a sweep runs them, without its files.</summary>
    public static Task GrainsAsync(IBlockEngine engine, BlockPlan plan, IReadOnlyList<LaneRange> blocks) =>
        new Runner(engine).StreamAsync(plan, blocks, new Forgetting(), new RunnerOptions());

    private sealed class Forgetting : IBlockSink
    {
        public Task AcceptAsync(BlockResult block, CancellationToken cancellation) => Task.CompletedTask;
    }
}
