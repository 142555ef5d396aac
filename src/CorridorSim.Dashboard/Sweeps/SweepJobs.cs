using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Sweeps;

namespace CorridorSim.Dashboard.Sweeps;

/// <summary>Starts, follows, stops and resumes sweeps.</summary>
public sealed class SweepJobs(EngineRoom engines, RunStore store, ScenarioCatalogue scenarios) : JobQueue<SweepJob>("sweep", "sweeps", MostWaiting)
{
    private const int MostWaiting = 20;
    private const int LanesPerBlock = 64;

    /// <summary>Checks a sweep file and starts it, or continues where it was stopped.</summary>
    /// <param name="file">Name of the sweep file.</param>
    /// <exception cref="ScenarioNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    /// <exception cref="JobsFullException">Too many wait already.</exception>
    public SweepJob Start(string file)
    {
        var definition = scenarios.CompileSweep(file);
        return Add(
            (id, changed) => new SweepJob(id, file, definition.Id, definition.Title, definition.Plan.Experiment.Lanes, changed),
            job => SimulateAsync(job, definition));
    }

    /// <inheritdoc/>
    protected override string Words(Exception error) =>
        error is ResumeRefusedException refused ? string.Join('\n', refused.Differences.Prepend(refused.Message)) : base.Words(error);

    private async Task<string> SimulateAsync(SweepJob job, SweepDefinition definition)
    {
        var options = new SweepOptions { Runner = new RunnerOptions { BlockSize = LanesPerBlock }, Resume = true };
        var runner = new SweepRunner(new Runner(await engines.OpenAsync(job.Stopping)), new SweepStore(store));
        return (await runner.RunAsync(definition, options, job.Follower, job.Stopping)).Manifest.Id;
    }
}

/// <summary>A sweep in progress; what is finished of one that is stopped is kept, and it can be resumed.</summary>
/// <param name="id">Identifier of the job.</param>
/// <param name="file">Name of the sweep file.</param>
/// <param name="sweep">Identifier that the file states.</param>
/// <param name="title">Title of the sweep.</param>
/// <param name="lanes">Histories to simulate.</param>
/// <param name="changed">Called when anything changes.</param>
public sealed class SweepJob(string id, string file, string sweep, string title, long lanes, Action changed) : Job(id, title, lanes, changed)
{
    /// <summary>Name of the sweep file.</summary>
    public string File => file;

    /// <summary>Identifier that the file states; stored sweeps carry it.</summary>
    public string Sweep => sweep;
}
