using CorridorSim.Dashboard.Runs;
using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>A sweep in progress.</summary>
/// <param name="id">Identifier of the job.</param>
/// <param name="file">Name of the sweep file.</param>
/// <param name="sweep">Identifier that the file states.</param>
/// <param name="title">Title of the sweep.</param>
/// <param name="lanes">Histories to simulate.</param>
/// <param name="changed">Called when anything changes.</param>
public sealed class SweepJob(string id, string file, string sweep, string title, long lanes, Action changed) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Identifier of the job.</summary>
    public string Id => id;

    /// <summary>Name of the sweep file.</summary>
    public string File => file;

    /// <summary>Identifier that the file states; stored sweeps carry it.</summary>
    public string Sweep => sweep;

    /// <summary>Title of the sweep.</summary>
    public string Title => title;

    /// <summary>How far it is.</summary>
    public JobState State { get; private set; }

    /// <summary>Histories simulated in this session, and in all.</summary>
    public RunProgress Progress { get; private set; } = new(0, lanes, TimeSpan.Zero);

    /// <summary>Identifier of the finished sweep; null before.</summary>
    public string? SweepId { get; private set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>True until it is done, failed or stopped.</summary>
    public bool IsActive => State is JobState.Waiting or JobState.Running;

    internal CancellationToken Stopping => _stop.Token;

    /// <summary>Asks it to stop; what is finished is kept and it can be resumed.</summary>
    public void Stop()
    {
        if (IsActive)
        {
            _stop.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _stop.Dispose();

    internal void Begin() => Change(() => State = JobState.Running);

    internal void Advance(RunProgress progress) => Change(() => Progress = progress);

    internal void Finish(string id) => Change(() => (SweepId, State) = (id, JobState.Done));

    internal void Fail(string reason) => Change(() => (Failure, State) = (reason, JobState.Failed));

    internal void EndStopped() => Change(() => State = JobState.Stopped);

    private void Change(Action change)
    {
        change();
        changed();
    }
}
