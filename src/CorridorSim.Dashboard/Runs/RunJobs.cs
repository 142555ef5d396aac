using CorridorSim.Dashboard.Hosting;
using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Folders;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Runs;

/// <summary>Starts, follows and stops runs.</summary>
public sealed class RunJobs(EngineRoom engines, RunStore store, ScenarioCatalogue scenarios, DashboardOptions options)
    : JobQueue<RunJob>("job", "runs", MostWaiting)
{
    private const int MostWaiting = 100;
    private const int LanesPerBlock = 16;

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
        var lanes = (long)compiled.Experiment.Variants.Count * (request.Replicates ?? compiled.Experiment.Replicates);
        return Add((id, changed) => new RunJob(id, request, compiled.Scenario.Title, lanes, changed), job => SimulateAsync(job, compiled));
    }

    private async Task<string> SimulateAsync(RunJob job, CompiledScenario compiled)
    {
        var experiment = compiled.Experiment with
        {
            Replicates = job.Request.Replicates ?? compiled.Experiment.Replicates,
            Seed = job.Request.Seed ?? compiled.Experiment.Seed,
        };
        var settings = new RunnerOptions { BlockSize = LanesPerBlock };
        var result = await new Runner(await engines.OpenAsync(job.Stopping)).RunAsync(experiment, settings, job.Follower, job.Stopping);
        var description = new RunDescription(compiled.Scenario.Id, compiled.Scenario.Hash, compiled.Text, options.Version, job.Request.Name);
        return new RunWriter(store).Write(result, description, job.Stopping).Manifest.Id;
    }
}
