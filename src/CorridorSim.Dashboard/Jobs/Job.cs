using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Jobs;

/// <summary>Work in progress that ends in the run store.</summary>
/// <param name="id">Identifier of the job.</param>
/// <param name="title">Title of what is simulated.</param>
/// <param name="lanes">Histories to simulate.</param>
/// <param name="changed">Called when anything changes.</param>
public abstract class Job(string id, string title, long lanes, Action changed) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Identifier of the job.</summary>
    public string Id => id;

    /// <summary>Title of what is simulated.</summary>
    public string Title => title;

    /// <summary>How far it is.</summary>
    public JobState State { get; private set; }

    /// <summary>Histories simulated so far, and in all.</summary>
    public RunProgress Progress { get; private set; } = new(0, lanes, TimeSpan.Zero);

    /// <summary>Identifier of what it has put into the store; null before.</summary>
    public string? StoredId { get; private set; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>True until it is done, failed or stopped.</summary>
    public bool IsActive => State is JobState.Waiting or JobState.Running;

    /// <summary>Signalled when it is to stop.</summary>
    internal CancellationToken Stopping => _stop.Token;

    /// <summary>Told how far it is.</summary>
    internal IProgress<RunProgress> Follower => new Following(this);

    /// <summary>Asks it to stop.</summary>
    public void Stop()
    {
        if (IsActive)
        {
            _stop.Cancel();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Dispose();
        GC.SuppressFinalize(this);
    }

    internal void Begin() => Change(() => State = JobState.Running);

    internal void Finish(string storedId) => Change(() => (StoredId, State) = (storedId, JobState.Done));

    internal void Fail(string reason) => Change(() => (Failure, State) = (reason, JobState.Failed));

    internal void EndStopped() => Change(() => State = JobState.Stopped);

    private void Change(Action change)
    {
        change();
        changed();
    }

    // Reports come in order, on the thread that simulates: a Progress of the framework would hand them to the pool.
    private sealed class Following(Job job) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => job.Change(() => job.Progress = value);
    }
}

/// <summary>How far a job is.</summary>
public enum JobState
{
    /// <summary>Others are before it.</summary>
    Waiting,

    /// <summary>It is being simulated.</summary>
    Running,

    /// <summary>Its run is in the store.</summary>
    Done,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Somebody stopped it.</summary>
    Stopped,
}
