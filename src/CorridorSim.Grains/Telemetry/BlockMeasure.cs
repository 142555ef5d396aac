using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace CorridorSim.Grains.Telemetry;

/// <summary>Measures one block from its order to its end: span, counters, and a line with the identifiers of run and block.</summary>
internal sealed partial class BlockMeasure : IDisposable
{
    private static readonly Counter<long> Blocks = Instruments.Meter.CreateCounter<long>("corridorsim.blocks", "{block}", "Blocks that ended, by outcome: done, failed, stopped");
    private static readonly Counter<long> Lanes = Instruments.Meter.CreateCounter<long>("corridorsim.lanes", "{lane}", "Lanes simulated; its rate is lanes per second");
    private static readonly Counter<long> TicksDone = Instruments.Meter.CreateCounter<long>("corridorsim.ticks", "{tick}", "Ticks of blocks simulated");
    private static readonly Counter<long> LettersDelivered = Instruments.Meter.CreateCounter<long>("corridorsim.letters", "{letter}", "Letters between participants");
    private static readonly UpDownCounter<long> Active = Instruments.Meter.CreateUpDownCounter<long>("corridorsim.blocks.active", "{block}", "Blocks at work on this silo");
    private static readonly Histogram<double> Duration = Instruments.Meter.CreateHistogram<double>("corridorsim.block.duration", "s", "Time from order to result of a block");
    private static readonly Histogram<double> Speed = Instruments.Meter.CreateHistogram<double>("corridorsim.block.speed", "{lane}/s", "Lanes per second of a block that is done");

    private readonly ILogger _log;
    private readonly string _run;
    private readonly string _block;
    private readonly int _lanes;
    private readonly CancellationToken _cancellation;
    private readonly Activity? _span = Instruments.StartBlock();
    private readonly long _start = Stopwatch.GetTimestamp();
    private bool _done;

    /// <summary>Begins a block.</summary>
    /// <param name="key">Key of the clock: run/block.</param>
    /// <param name="lanes">Number of lanes.</param>
    /// <param name="log">Receives the line.</param>
    /// <param name="cancellation">Tells a stopped block from a failed one.</param>
    public BlockMeasure(string key, int lanes, ILogger log, CancellationToken cancellation)
    {
        (_log, _lanes, _cancellation) = (log, lanes, cancellation);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        (_run, _block) = slash < 0 ? (string.Empty, key) : (key[..slash], key[(slash + 1)..]);
        _ = _span?.SetTag("corridorsim.run", _run).SetTag("corridorsim.block", _block).SetTag("corridorsim.lanes", lanes);
        Active.Add(1);
    }

    /// <summary>Ticks gone through.</summary>
    public int Ticks { get; set; }

    /// <summary>Letters delivered.</summary>
    public long Letters { get; set; }

    /// <summary>Notes that the block has its result.</summary>
    public void Done() => _done = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        var outcome = _done ? "done" : _cancellation.IsCancellationRequested ? "stopped" : "failed";
        var seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        var ofOutcome = new KeyValuePair<string, object?>("outcome", outcome);
        Active.Add(-1);
        Blocks.Add(1, ofOutcome);
        Duration.Record(seconds, ofOutcome);
        TicksDone.Add(Ticks);
        LettersDelivered.Add(Letters);
        if (_done)
        {
            Lanes.Add(_lanes);
            Speed.Record(_lanes / Math.Max(seconds, 1e-6));
        }

        LogBlock(_log, _run, _block, outcome, _lanes, seconds);
        LogBlock(Instruments.Log, _run, _block, outcome, _lanes, seconds);
        _ = _span?.SetTag("corridorsim.outcome", outcome).SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        _span?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "run {Run} block {Block} {Outcome}: {Lanes} lanes in {Seconds:F2} s")]
    private static partial void LogBlock(ILogger log, string run, string block, string outcome, int lanes, double seconds);
}
