using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace CorridorSim.Grains.Telemetry;

/// <summary>Measures one block from its order to its end: span, counters, and a line with the identifiers of run and block.</summary>
internal sealed partial class BlockMeasure : IDisposable
{
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
        Instruments.Begin();
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
        Instruments.End(outcome, _lanes, Ticks, Letters, seconds);
        LogBlock(_log, _run, _block, outcome, _lanes, seconds);
        LogBlock(Instruments.Log, _run, _block, outcome, _lanes, seconds);
        _ = _span?.SetTag("corridorsim.outcome", outcome).SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        _span?.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "run {Run} block {Block} {Outcome}: {Lanes} lanes in {Seconds:F2} s")]
    private static partial void LogBlock(ILogger log, string run, string block, string outcome, int lanes, double seconds);
}
