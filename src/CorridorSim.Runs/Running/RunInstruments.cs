using System.Diagnostics;
using System.Diagnostics.Metrics;
using CorridorSim.Grains.Telemetry;

namespace CorridorSim.Runs.Running;

/// <summary>What runs and sweeps tell about themselves, beside what silos tell of blocks; docs/operations.md lists it.</summary>
internal static class RunInstruments
{
    private static Counter<long> Retries { get; } = Instruments.Meter.CreateCounter<long>("corridorsim.block.retries", "{block}", "Blocks sent again because their worker was lost");

    private static UpDownCounter<long> Queue { get; } = Instruments.Meter.CreateUpDownCounter<long>("corridorsim.queue.depth", "{block}", "Blocks sent by a runner and not yet answered, those waiting for a worker included");

    /// <summary>A runner begins; the span, if anybody listens, is to be disposed of at its end.</summary>
    /// <param name="run">Key of the experiment.</param>
    /// <param name="lanes">Lanes in all.</param>
    /// <param name="blocks">Blocks in all.</param>
    public static Activity? StartRun(string run, long lanes, int blocks)
    {
        // A counter that was never counted is not sent: nobody could tell no retry from no telemetry.
        Retries.Add(0);
        return Instruments.Spans.StartActivity("run")?.SetTag("corridorsim.run", run).SetTag("corridorsim.lanes", lanes).SetTag("corridorsim.blocks", blocks);
    }

    /// <summary>The folder of a run or sweep is written; the span, if anybody listens, is to be disposed of at its end.</summary>
    /// <param name="kind">"store" of a run or "sweep".</param>
    /// <param name="folder">Identifier of the run, which names its folder.</param>
    public static Activity? StartFolder(string kind, string folder) => Instruments.Spans.StartActivity(kind)?.SetTag("corridorsim.folder", folder);

    /// <summary>A block is sent again.</summary>
    public static void Retry() => Retries.Add(1);

    /// <summary>A runner has sent a block, or has its answer.</summary>
    public static void Queued(int change) => Queue.Add(change);
}
