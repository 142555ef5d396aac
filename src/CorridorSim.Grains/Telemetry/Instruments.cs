using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime;

namespace CorridorSim.Grains.Telemetry;

/// <summary>What CorridorSim tells about itself; docs/operations.md lists it. Costs nothing while nobody listens.</summary>
public static class Instruments
{
    /// <summary>Name of the meter and of the source of spans.</summary>
    public const string Name = "CorridorSim";

    private const string TraceKey = "traceparent";

    /// <summary>Where all that is counted comes from.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Spans of runs and blocks; never one of a message.</summary>
    public static ActivitySource Spans { get; } = new(Name);

    /// <summary>Receives a line for each block that ends in this process, with the identifiers of run and block, beside what its silo logs.</summary>
    public static ILogger Log { get; set; } = NullLogger.Instance;

    private static Counter<long> Blocks { get; } = Meter.CreateCounter<long>("corridorsim.blocks", "{block}", "Blocks that ended, by outcome: done, failed, stopped");

    private static Counter<long> Lanes { get; } = Meter.CreateCounter<long>("corridorsim.lanes", "{lane}", "Lanes simulated; its rate is lanes per second");

    private static Counter<long> Ticks { get; } = Meter.CreateCounter<long>("corridorsim.ticks", "{tick}", "Ticks of blocks simulated");

    private static Counter<long> Letters { get; } = Meter.CreateCounter<long>("corridorsim.letters", "{letter}", "Letters between participants");

    private static UpDownCounter<long> Active { get; } = Meter.CreateUpDownCounter<long>("corridorsim.blocks.active", "{block}", "Blocks at work on this silo");

    private static Histogram<double> Duration { get; } = Meter.CreateHistogram<double>("corridorsim.block.duration", "s", "Time from order to result of a block");

    private static Histogram<double> Speed { get; } = Meter.CreateHistogram<double>("corridorsim.block.speed", "{lane}/s", "Lanes per second of a block that is done");

    /// <summary>A block begins on this silo.</summary>
    public static void Begin() => Active.Add(1);

    /// <summary>A block has ended on this silo.</summary>
    /// <param name="outcome">done, failed or stopped.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="ticks">Ticks that it went through.</param>
    /// <param name="letters">Letters that were delivered.</param>
    /// <param name="seconds">Time it took.</param>
    public static void End(string outcome, int lanes, int ticks, long letters, double seconds)
    {
        Active.Add(-1);
        Blocks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        if (outcome == "done")
        {
            Lanes.Add(lanes);
            Speed.Record(lanes / Math.Max(seconds, 1e-6));
        }

        Ticks.Add(ticks);
        Letters.Add(letters);
        Duration.Record(seconds, new KeyValuePair<string, object?>("outcome", outcome));
    }

    /// <summary>Sends the current span along with the next call, for <see cref="StartBlock"/>.</summary>
    internal static void SendSpan()
    {
        if (Activity.Current is { } current && Spans.HasListeners())
        {
            RequestContext.Set(TraceKey, current.Id!);
        }
    }

    /// <summary>Starts the span of a block under the span of its run, which may be in another process.</summary>
    internal static Activity? StartBlock()
    {
        var parent = RequestContext.Get(TraceKey) as string;
        // The letters of the block must not carry it along.
        _ = parent is not null && RequestContext.Remove(TraceKey);
        return Spans.StartActivity("block", ActivityKind.Server, parent);
    }
}
