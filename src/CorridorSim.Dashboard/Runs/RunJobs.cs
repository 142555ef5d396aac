using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Runs;

/// <summary>
/// Starts, follows and stops runs. They belong to the program, not to a page: closing the browser loses nothing. One is
/// simulated at a time, the others wait in order.
/// </summary>
public sealed class RunJobs(EngineRoom engines, RunStore store, ScenarioCatalogue scenarios, DashboardOptions options) : IAsyncDisposable
{
    private const int MostWaiting = 100;
    private const int MostKept = 200;
    private const int LanesPerBlock = 16;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly List<(RunJob Job, Task Work)> _jobs = [];
    private long _count;

    /// <summary>Raised, on any thread, when a job changes.</summary>
    public event Action? Changed;

    /// <summary>All jobs that are remembered, newest first.</summary>
    public IReadOnlyList<RunJob> All
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
    public RunJob? Find(string id) => All.FirstOrDefault(j => j.Id == id);

    /// <summary>Checks a request and starts it.</summary>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    /// <exception cref="ScenarioNotFoundException">There is no such scenario.</exception>
    /// <exception cref="InvalidScenarioException">The scenario has mistakes.</exception>
    /// <exception cref="JobsFullException">Too many wait already.</exception>
    public RunJob Start(RunRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Problem() is { } problem)
        {
            throw new ArgumentException(problem, nameof(request));
        }

        var compiled = scenarios.Compile(request.Scenario, request.Set);
        lock (_lock)
        {
            if (_jobs.Count(j => j.Job.IsActive) >= MostWaiting)
            {
                throw new JobsFullException($"{MostWaiting} runs wait already; try again when some are done.");
            }

            var job = new RunJob(
                FormattableString.Invariant($"job-{Interlocked.Increment(ref _count)}"),
                request,
                compiled.Scenario.Title,
                (long)compiled.Experiment.Variants.Count * (request.Replicates ?? compiled.Experiment.Replicates),
                () => Changed?.Invoke());
            Forget();
            _jobs.Add((job, Task.Run(() => WorkAsync(job, compiled))));
            return job;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var job in All)
        {
            job.Stop();
        }

        await Task.WhenAll(_jobs.Select(j => j.Work));
        _turn.Dispose();
    }

    private void Forget()
    {
        while (_jobs.Count >= MostKept && _jobs.FindIndex(j => !j.Job.IsActive) is var oldest and >= 0)
        {
            _jobs[oldest].Job.Dispose();
            _jobs.RemoveAt(oldest);
        }
    }

    private async Task WorkAsync(RunJob job, CompiledScenario compiled)
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
            job.Finish((await SimulateAsync(job, compiled)).Manifest.Id);
        }
        catch (OperationCanceledException)
        {
            job.EndStopped();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A job that fails must say so on the page; it has no caller to throw to.
            job.Fail(error.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<StoredRun> SimulateAsync(RunJob job, CompiledScenario compiled)
    {
        var experiment = compiled.Experiment with
        {
            Replicates = job.Request.Replicates ?? compiled.Experiment.Replicates,
            Seed = job.Request.Seed ?? compiled.Experiment.Seed,
        };
        var settings = new RunnerOptions { BlockSize = LanesPerBlock, Concurrency = Environment.ProcessorCount };
        var result = await new Runner(await engines.OpenAsync(job.Stopping))
            .RunAsync(experiment, settings, new Follower(job), job.Stopping);
        var description = new RunDescription(compiled.Scenario.Id, compiled.Scenario.Hash, compiled.Text, options.Version, job.Request.Name);
        return new RunWriter(store).Write(result, description, job.Stopping);
    }

    private sealed class Follower(RunJob job) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => job.Advance(value);
    }
}
