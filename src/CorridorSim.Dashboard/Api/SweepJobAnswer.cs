using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Sweeps;

namespace CorridorSim.Dashboard.Api;

/// <summary>How far a sweep is.</summary>
public sealed record SweepJobAnswer(string Id, string File, JobState State, long Done, long Total, double? SecondsLeft, string? SweepId, string? Failure)
{
    /// <summary>Puts a job into an answer.</summary>
    public static SweepJobAnswer Of(SweepJob job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return new SweepJobAnswer(job.Id, job.File, job.State, job.Progress.LanesDone, job.Progress.Lanes, job.Progress.Left?.TotalSeconds, job.StoredId, job.Failure);
    }
}
