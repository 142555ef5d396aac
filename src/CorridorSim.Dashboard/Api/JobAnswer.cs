using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Runs;

namespace CorridorSim.Dashboard.Api;

/// <summary>How far a run is.</summary>
/// <param name="Id">Identifier of the job.</param>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="State">Waiting, running, done, failed or stopped.</param>
/// <param name="Done">Histories simulated.</param>
/// <param name="Total">Histories in all.</param>
/// <param name="SecondsLeft">Estimate of the time left, seconds; null when there is none.</param>
/// <param name="RunId">The finished run; null before.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
public sealed record JobAnswer(string Id, string Scenario, JobState State, long Done, long Total, double? SecondsLeft, string? RunId, string? Failure)
{
    /// <summary>Puts a job into an answer.</summary>
    public static JobAnswer Of(RunJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new JobAnswer(job.Id, job.Request.Scenario, job.State, job.Progress.LanesDone, job.Progress.Lanes, job.Progress.Left?.TotalSeconds, job.StoredId, job.Failure);
    }
}
