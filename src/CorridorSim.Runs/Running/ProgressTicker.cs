using System.Diagnostics;
using CorridorSim.Grains.Hosting;
using CorridorSim.Model.Engine;

namespace CorridorSim.Runs.Running;

/// <summary>Tells how far an experiment is: after each block, and between blocks twice a second from the ticks of those at work.</summary>
internal sealed class ProgressTicker : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(500);

    private readonly IBlockEngine _engine;
    private readonly IProgress<RunProgress>? _progress;
    private readonly long _lanes;
    private readonly int _ticks;
    private readonly long _ticksBefore;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;
    private long _lanesDone;

    /// <summary>Starts to tell.</summary>
    /// <param name="engine">What simulates.</param>
    /// <param name="lanes">Lanes in all.</param>
    /// <param name="ticks">Ticks of a lane.</param>
    /// <param name="progress">Who is told, or null.</param>
    public ProgressTicker(IBlockEngine engine, long lanes, int ticks, IProgress<RunProgress>? progress)
    {
        (_engine, _lanes, _ticks, _progress) = (engine, lanes, ticks, progress);
        _ticksBefore = engine.LaneTicksDone;
        _loop = progress is null ? Task.CompletedTask : LoopAsync();
    }

    /// <summary>Counts a finished block.</summary>
    public void Finish(int lanes)
    {
        Interlocked.Add(ref _lanesDone, lanes);
        Tell();
    }

    /// <summary>Stops telling.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _loop;
        _end.Dispose();
    }

    private async Task LoopAsync()
    {
        using var timer = new PeriodicTimer(Period);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                Tell();
            }
        }
        catch (OperationCanceledException)
        {
            // The experiment has ended.
        }
    }

    private void Tell()
    {
        var done = Interlocked.Read(ref _lanesDone);
        // An engine elsewhere counts no ticks, and a block that is sent again counts twice: finished lanes are the least, all the most.
        var ticks = Math.Clamp(_engine.LaneTicksDone - _ticksBefore, done * _ticks, _lanes * _ticks);
        var months = _ticks / Experiment.TicksPerMonth;
        _progress?.Report(new RunProgress(done, _lanes, _clock.Elapsed) { Months = months, MonthsDone = (double)ticks / _lanes / Experiment.TicksPerMonth });
    }
}
