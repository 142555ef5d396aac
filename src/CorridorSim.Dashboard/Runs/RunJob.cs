using CorridorSim.Dashboard.Jobs;

namespace CorridorSim.Dashboard.Runs;

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
