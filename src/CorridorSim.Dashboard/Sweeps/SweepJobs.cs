using CorridorSim.Analysis.Sweeps;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>Starts, follows, stops and resumes sweeps. They belong to the program, not to a page; one is at work at a time.</summary>
public sealed class SweepJobs(EngineRoom engines, RunStore store, ScenarioCatalogue scenarios) : IAsyncDisposable
{
    private const int MostWaiting = 20;
    private const int LanesPerBlock = 64;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _lock = new();
    private readonly List<(SweepJob Job, Task Work)> _jobs = [];
    private long _count;

    /// <summary>Raised, on any thread, when a job changes.</summary>
    public event Action? Changed;

    /// <summary>All jobs since the start of the program, newest first.</summary>
    public IReadOnlyList<SweepJob> All
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
    public SweepJob? Find(string id) => All.FirstOrDefault(j => j.Id == id);

    /// <summary>Checks a sweep file and starts it, or continues where it was stopped.</summary>
    /// <param name="file">Name of the sweep file.</param>
    /// <exception cref="ScenarioNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    /// <exception cref="JobsFullException">Too many wait already.</exception>
    public SweepJob Start(string file)
    {
        var definition = scenarios.CompileSweep(file);
        lock (_lock)
        {
            if (_jobs.Count(j => j.Job.IsActive) >= MostWaiting)
            {
                throw new JobsFullException($"{MostWaiting} sweeps wait already; try again when some are done.");
            }

            var job = new SweepJob(
                FormattableString.Invariant($"sweep-{Interlocked.Increment(ref _count)}"), file, definition.Id, definition.Title, definition.Plan.Experiment.Lanes, () => Changed?.Invoke());
            _jobs.Add((job, Task.Run(() => WorkAsync(job, definition))));
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

    private async Task WorkAsync(SweepJob job, SweepDefinition definition)
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
            var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = LanesPerBlock, Concurrency = Environment.ProcessorCount }, Resume = true };
            var runner = new SweepRunner(new Runner(await engines.OpenAsync(job.Stopping)), new SweepStore(store));
            job.Finish((await runner.RunAsync(definition, options, new Follower(job), job.Stopping)).Manifest.Id);
        }
        catch (OperationCanceledException)
        {
            job.EndStopped();
        }
        catch (ResumeRefusedException error)
        {
            job.Fail(string.Join('\n', error.Differences.Prepend(error.Message)));
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

    private sealed class Follower(SweepJob job) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => job.Advance(value);
    }
}
