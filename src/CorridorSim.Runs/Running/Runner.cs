using System.Diagnostics;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Running;

/// <summary>
/// Splits an experiment into blocks, has them simulated, sends a lost block again, and hands the results on: the one place
/// where that is done, for a run as for a sweep.
/// </summary>
/// <param name="engine">What simulates blocks.</param>
public sealed class Runner(IBlockEngine engine)
{
    private const int MostDoublings = 5;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs an experiment to its end and keeps everything in memory.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ExperimentResult> RunAsync(
        Experiment experiment, RunnerOptions options, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        var clock = Stopwatch.StartNew();
        var plan = BlockPlan.Compile(experiment);
        var collector = new BlockCollector();
        await StreamAsync(plan, Blocks(experiment.Lanes, options.BlockSize), collector, options, progress, cancellation);
        return new ExperimentResult { Plan = plan, Blocks = collector.Blocks, Elapsed = clock.Elapsed };
    }

    /// <summary>Runs some blocks and hands each to a sink as soon as it ends; only blocks at work are in memory.</summary>
    /// <param name="plan">The compiled experiment.</param>
    /// <param name="blocks">Lanes of each block.</param>
    /// <param name="sink">Takes the results; a block counts as done when the sink has taken it.</param>
    /// <param name="options">How blocks are spread; their size is that of <paramref name="blocks"/>.</param>
    /// <param name="progress">Told after each block, and between blocks.</param>
    /// <param name="cancellation">Stops between ticks.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task StreamAsync(
        BlockPlan plan,
        IReadOnlyList<LaneRange> blocks,
        IBlockSink sink,
        RunnerOptions options,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sink);
        var encoded = EncodedExperiment.Of(plan);
        var run = Guid.NewGuid().ToString("N")[..16];
        var total = blocks.Sum(b => (long)b.Count);
        await using var ticker = new ProgressTicker(engine, total, plan.Ticks, progress);
        using var span = RunInstruments.StartRun(run, total, blocks.Count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = engine.Concurrency(options.Concurrency), CancellationToken = cancellation };
        var open = blocks;
        while (open.Count > 0)
        {
            await Parallel.ForEachAsync(open, parallel, async (lanes, token) =>
            {
                await sink.AcceptAsync(await SolveAsync(plan, run, encoded, lanes, options, token), token);
                ticker.Finish(lanes.Count);
            });
            var recalled = await engine.RecallAsync(run, cancellation);
            open = [.. blocks.Where(b => recalled.Any(r => r.First < b.First + b.Count && b.First < r.First + r.Count))];
            foreach (var lanes in open)
            {
                Withdraw(sink, lanes);
                ticker.Finish(-lanes.Count);
            }
        }
    }

    /// <summary>The blocks of an experiment, in order.</summary>
    /// <param name="lanes">Lanes in all.</param>
    /// <param name="size">Lanes of a block, at least 1; the last may have fewer.</param>
    public static IReadOnlyList<LaneRange> Blocks(long lanes, int size)
    {
        var blocks = new List<LaneRange>();
        for (var first = 0L; first < lanes; first += size)
        {
            blocks.Add(new LaneRange(first, (int)Math.Min(size, lanes - first)));
        }

        return blocks;
    }

    private static void Withdraw(IBlockSink sink, LaneRange lanes)
    {
        if (!sink.Withdraw(lanes))
        {
            throw new ClusterException("a worker was found to return false numbers after some of them had been handed on; begin again, without that worker.");
        }
    }

    private async Task<BlockResult> SolveAsync(
        BlockPlan plan, string run, EncodedExperiment encoded, LaneRange lanes, RunnerOptions options, CancellationToken cancellation)
    {
        try
        {
            var order = BlockOrder.Of(encoded, plan.Experiment, lanes);
            return (await SimulateAsync(run, order, options.Retries, cancellation)).ToResult(plan, lanes);
        }
        catch (Exception lost) when (BlockLoss.IsLoss(lost) && !cancellation.IsCancellationRequested)
        {
            // It takes its worker with it each time: the others go on without it.
            return FailedLane.OfLost(plan, lanes, options.Retries + 1, lost);
        }
        catch (Exception fault) when (options.IsolatesFaults && fault is not (ClusterException or OutOfMemoryException) && !cancellation.IsCancellationRequested)
        {
            if (lanes.Count == 1)
            {
                return FailedLane.Of(plan, lanes.First, fault);
            }

            // The lanes of a block do not depend on each other, so halving leads to those that break it and spares the others.
            var half = lanes.Count / 2;
            var left = await SolveAsync(plan, run, encoded, lanes with { Count = half }, options, cancellation);
            var right = await SolveAsync(plan, run, encoded, new LaneRange(lanes.First + half, lanes.Count - half), options, cancellation);
            return FailedLane.Join(left, right, plan.Experiment.Points);
        }
    }

    private async Task<BlockReply> SimulateAsync(string run, BlockOrder order, int retries, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            RunInstruments.Queued(1);
            try
            {
                return await engine.SimulateAsync(run, order, cancellation);
            }
            catch (Exception lost) when (attempt < retries && !cancellation.IsCancellationRequested && BlockLoss.IsLoss(lost))
            {
                RunInstruments.Retry();
            }
            finally
            {
                RunInstruments.Queued(-1);
            }

            // Until the others know that a worker is gone, or one that came is ready, each try is refused at once.
            await Task.Delay(FirstPause * (1 << Math.Min(attempt, MostDoublings)), cancellation);
        }
    }
}

/// <summary>How an experiment is split and spread.</summary>
public sealed record RunnerOptions
{
    /// <summary>Lanes of a block, 1 to 4,096; the results do not depend on it.</summary>
    public int BlockSize { get; init; } = 64;

    /// <summary>Blocks at work at the same time, at least 1.</summary>
    public int Concurrency { get; init; } = Environment.ProcessorCount;

    /// <summary>How often a block is sent again when its silo is lost: often enough for bad luck, seldom enough for a block that kills its silo.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>
    /// Whether an error in a block is traced to the lanes that cause it, which are recorded as failed, while the others go on;
    /// otherwise it ends the run.
    /// </summary>
    public bool IsolatesFaults { get; init; }
}

/// <summary>How far an experiment is.</summary>
/// <param name="LanesDone">Lanes finished.</param>
/// <param name="Lanes">Lanes in all.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct RunProgress(long LanesDone, long Lanes, TimeSpan Elapsed)
{
    /// <summary>Months of each lane; 0 when not known.</summary>
    public int Months { get; init; }

    /// <summary>Months done, on average over all lanes; between those of finished lanes and <see cref="Months"/>.</summary>
    public double MonthsDone { get; init; }

    /// <summary>Time left at the pace so far; null before there is a pace.</summary>
    public TimeSpan? Left => Share <= 0 ? null : Elapsed * ((1 - Share) / Share);

    private double Share => Months > 0 ? MonthsDone / Months : Lanes == 0 ? 0 : (double)LanesDone / Lanes;
}
