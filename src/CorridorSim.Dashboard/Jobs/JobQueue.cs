namespace CorridorSim.Dashboard.Jobs;

/// <summary>
/// Jobs of one kind. They belong to the program, not to a page: closing the browser loses nothing. One is at work at a time,
/// the others wait in order.
/// </summary>
/// <typeparam name="TJob">The kind of job.</typeparam>
/// <param name="prefix">Begins the identifier of each job.</param>
/// <param name="plural">What they are called.</param>
/// <param name="mostWaiting">How many may wait or be at work.</param>
public abstract class JobQueue<TJob>(string prefix, string plural, int mostWaiting) : IAsyncDisposable
    where TJob : Job
{
    private const int MostKept = 200;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly List<(TJob Job, Task Work)> _jobs = [];
    private long _count;

    /// <summary>Raised, on any thread, when a job changes.</summary>
    public event Action? Changed;

    /// <summary>All jobs that are remembered, newest first.</summary>
    public IReadOnlyList<TJob> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.Select(j => j.Job).Reverse()];
            }
        }
    }

    /// <summary>The job with an identifier, or null.</summary>
    public TJob? Find(string id) => All.FirstOrDefault(j => j.Id == id);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var job in All)
        {
            job.Stop();
        }

        await Task.WhenAll(_jobs.Select(j => j.Work));
        _turn.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Puts a job into the line.</summary>
    /// <param name="make">Makes it from its identifier and what to call when it changes.</param>
    /// <param name="work">Does it, and returns the identifier of what is in the store then.</param>
    /// <exception cref="JobsFullException">Too many wait already.</exception>
    protected TJob Add(Func<string, Action, TJob> make, Func<TJob, Task<string>> work)
    {
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(work);
        lock (_lock)
        {
            if (_jobs.Count(j => j.Job.IsActive) >= mostWaiting)
            {
                throw new JobsFullException($"{mostWaiting} {plural} wait already; try again when some are done.");
            }

            var job = make(FormattableString.Invariant($"{prefix}-{++_count}"), () => Changed?.Invoke());
            Forget();
            _jobs.Add((job, Task.Run(() => WorkAsync(job, work))));
            return job;
        }
    }

    /// <summary>Why a job failed, in words for the page.</summary>
    protected virtual string Words(Exception error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error.Message;
    }

    private void Forget()
    {
        while (_jobs.Count >= MostKept && _jobs.FindIndex(j => !j.Job.IsActive) is var oldest and >= 0)
        {
            _jobs[oldest].Job.Dispose();
            _jobs.RemoveAt(oldest);
        }
    }

    private async Task WorkAsync(TJob job, Func<TJob, Task<string>> work)
    {
        try
        {
            await _turn.WaitAsync(job.Stopping);
        }
        catch (OperationCanceledException)
        {
            job.EndStopped();
            return;
        }

        try
        {
            job.Begin();
            job.Finish(await work(job));
        }
        catch (OperationCanceledException)
        {
            job.EndStopped();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A job that fails must say so on the page; it has no caller to throw to.
            job.Fail(Words(error));
        }
        finally
        {
            _turn.Release();
        }
    }
}

/// <summary>So many runs wait already that no more are taken.</summary>
public sealed class JobsFullException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JobsFullException(string message)
        : base(message)
    {
    }
}
