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
