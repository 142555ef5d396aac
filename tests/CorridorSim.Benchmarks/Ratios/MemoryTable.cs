using CorridorSim.Benchmarks.Worlds;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Running;

namespace CorridorSim.Benchmarks.Ratios;

/// <summary>Whether the memory of a stream of blocks grows with their number: live bytes in the course of some hundred thousand lanes.</summary>
internal static class MemoryTable
{
    /// <summary>Lanes, when nobody says how many.</summary>
    public const int UsualLanes = 100_000;

    private const int Months = 12;
    private const int LanesOfVariant = 1_000;

    /// <summary>Measures and prints.</summary>
    /// <param name="engine">What simulates.</param>
    /// <param name="lanes">How many lanes, whole thousands.</param>
    public static async Task PrintAsync(IBlockEngine engine, int lanes)
    {
        var two = Americas.Experiment(LanesOfVariant);
        var plan = BlockPlan.Compile(two with { Months = Months, Variants = [.. Enumerable.Range(0, lanes / LanesOfVariant).Select(v => two.Variants[v % 2])] });
        var blocks = Runner.Blocks(plan.Experiment.Lanes, 256);
        var sink = new Watching(blocks.Count);
        var sample = await Sample.OfAsync(() => new Runner(engine).StreamAsync(plan, blocks, sink, new RunnerOptions()));
        Console.WriteLine(FormattableString.Invariant(
            $"{plan.Experiment.Lanes:#,0} lanes of {Months} months in {blocks.Count} blocks: {sample.Seconds:F0} s; live MB after each tenth: {string.Join(", ", sink.Live.Select(b => FormattableString.Invariant($"{b / 1e6:F0}")))}; working set at the end {Environment.WorkingSet / 1e6:F0} MB"));
    }

    private sealed class Watching(int blocks) : IBlockSink
    {
        private readonly Lock _lock = new();
        private int _done;

        public List<long> Live { get; } = [];

        public Task AcceptAsync(BlockResult block, CancellationToken cancellation)
        {
            lock (_lock)
            {
                _done++;
                if (_done * 10 / blocks > (_done - 1) * 10 / blocks)
                {
                    Live.Add(GC.GetTotalMemory(forceFullCollection: true));
                }
            }

            return Task.CompletedTask;
        }
    }
}
