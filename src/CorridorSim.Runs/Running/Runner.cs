using System.Collections.Concurrent;
using System.Diagnostics;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Running;

/// <summary>Splits an experiment into blocks, has them simulated, sends a lost block again, and puts the results together.</summary>
/// <param name="engine">What simulates blocks.</param>
public sealed class Runner(IBlockEngine engine)
{
    /// <summary>Runs an experiment to its end.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ExperimentResult> RunAsync(
        Experiment experiment, RunnerOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        var clock = Stopwatch.StartNew();
        var plan = BlockPlan.Compile(experiment);
        var encoded = EncodedExperiment.Of(experiment);
        var run = encoded.Key[..16];
        var done = new ConcurrentBag<BlockResult>();
        var lanesDone = 0L;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Blocks(experiment.Lanes, options.BlockSize), parallel, async (lanes, token) =>
        {
            var reply = await SimulateAsync(run, new BlockOrder(encoded, lanes.First, lanes.Count), options.Retries, token);
            done.Add(reply.ToResult(plan, lanes));
            progress?.Report(new RunProgress(Interlocked.Add(ref lanesDone, lanes.Count), experiment.Lanes, clock.Elapsed));
        });
        BlockResult[] blocks = [.. done.OrderBy(b => b.FirstLane)];
        return new ExperimentResult { Plan = plan, Blocks = blocks, Hash = ResultHash.Of(blocks), Elapsed = clock.Elapsed };
    }

    private static IEnumerable<LaneRange> Blocks(long lanes, int size)
    {
        for (var first = 0L; first < lanes; first += size)
        {
            yield return new LaneRange(first, (int)Math.Min(size, lanes - first));
        }
    }

    private async Task<BlockReply> SimulateAsync(string run, BlockOrder order, int retries, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await engine.SimulateAsync(run, order, cancellation);
            }
            catch (Exception lost) when (attempt < retries && !cancellation.IsCancellationRequested && BlockLoss.IsLoss(lost))
            {
                continue;
            }
        }
    }

}
