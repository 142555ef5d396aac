using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
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

        // What the run keeps must be enough to run it again. A scenario that extends nothing is compared with itself as it
        // stands where values are set, so that they show their effect.
        var compiled = scenarios.Compile(request.Scenario, [.. request.Set, .. Ensemble(request)], isPaired: request.Set.Count > 0);
        return Add((id, changed) => new RunJob(id, request, compiled.Scenario.Title, compiled.Experiment.Lanes, changed), job => SimulateAsync(job, compiled));
    }

    private static IEnumerable<string> Ensemble(RunRequest request)
    {
        if (request.Replicates is { } replicates)
        {
            yield return FormattableString.Invariant($"ensemble.replicates={replicates}");
        }

        if (request.Seed is { } seed)
        {
            yield return FormattableString.Invariant($"ensemble.seed={seed}");
        }
    }

    private async Task<string> SimulateAsync(RunJob job, CompiledScenario compiled)
    {
        var settings = new RunnerOptions { BlockSize = LanesPerBlock };
        var result = await new Runner(await engines.OpenAsync(job.Stopping)).RunAsync(compiled.Experiment, settings, job.Follower, job.Stopping);
        var description = new RunDescription(
            compiled.Scenario.Id, compiled.Scenario.Hash, compiled.Text, options.Version, job.Request.Name, compiled.World.ContentHash)
        {
            Changes = ChangedSetting.Of(compiled),
        };
        return new RunWriter(store).Write(result, description, job.Stopping).Manifest.Id;
    }
}

/// <summary>A run in progress.</summary>
/// <param name="id">Identifier of the job.</param>
/// <param name="request">What was asked for.</param>
/// <param name="title">Title of the scenario.</param>
/// <param name="lanes">Histories to simulate.</param>
/// <param name="changed">Called when anything changes.</param>
public sealed class RunJob(string id, RunRequest request, string title, long lanes, Action changed) : Job(id, title, lanes, changed)
{
    /// <summary>What was asked for.</summary>
    public RunRequest Request => request;
}

/// <summary>A run that is asked for.</summary>
public sealed record RunRequest
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Values that replace those of the file, as <c>path=value</c>.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Replicates, 1 to 10,000; those of the file when null.</summary>
    public int? Replicates { get; init; }

    /// <summary>Seed; that of the file when null.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Name for people, at most 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What is wrong with it, in one line; null when it can be run.</summary>
    public string? Problem() => this switch
    {
        { Set: null } => "set must be a list of \"path=value\"",
        { Scenario: null or "" } => "name a scenario",
        { Replicates: < 1 or > 10_000 } => "replicates must lie between 1 and 10000",
        { Name.Length: > 100 } => "the name is longer than 100 characters",
        { Set.Count: > 200 } => "more than 200 settings",
        _ when Set.Any(s => s is null) => "a setting is null; write it as \"path=value\"",
        _ when Set.Any(s => s.Length > 500) => "a setting is longer than 500 characters",
        _ => null,
    };
}
