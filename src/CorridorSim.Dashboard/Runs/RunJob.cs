using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Runs;

/// <summary>A run in progress.</summary>
/// <param name="id">Identifier of the job.</param>
/// <param name="request">What was asked for.</param>
/// <param name="title">Title of the scenario.</param>
/// <param name="lanes">Histories to simulate.</param>
/// <param name="changed">Called when anything changes.</param>
public sealed class RunJob(string id, RunRequest request, string title, long lanes, Action changed) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Identifier of the job.</summary>
    public string Id => id;

    /// <summary>What was asked for.</summary>
    public RunRequest Request => request;

    /// <summary>Title of the scenario.</summary>
    public string Title => title;

    /// <summary>How far it is.</summary>
    public JobState State { get; private set; }

    /// <summary>Histories simulated so far, and in all.</summary>
    public RunProgress Progress { get; private set; } = new(0, lanes, TimeSpan.Zero);

    /// <summary>Identifier of the finished run; null before.</summary>
    public string? RunId { get; private set; }

    /// <summary>Why it failed, in one line; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>True until it is done, failed or stopped.</summary>
    public bool IsActive => State is JobState.Waiting or JobState.Running;

    /// <summary>Signalled when it is to stop.</summary>
    internal CancellationToken Stopping => _stop.Token;

    /// <summary>Asks it to stop.</summary>
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

    internal void Finish(string runId) => Change(() => (RunId, State) = (runId, JobState.Done));

    internal void Fail(string reason) => Change(() => (Failure, State) = (reason, JobState.Failed));

    internal void EndStopped() => Change(() => State = JobState.Stopped);

    private void Change(Action change)
    {
        change();
        changed();
    }
}
