using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Runs in progress: start, list, follow, stop.</summary>
internal static class JobApi
{
    public static void MapJobs(this RouteGroupBuilder api)
    {
        api.MapPost("/runs", Start).WithSummary("Starts a run");
        api.MapGet("/jobs", List).WithSummary("Runs in progress or ended lately");
        api.MapJob<RunJobs, RunJob, JobAnswer>("/jobs", "run", "nothing of it is written", JobAnswer.Of);
    }

    private static Accepted<JobAnswer> Start(RunRequest request, RunJobs jobs)
    {
        var job = jobs.Start(request);
        return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobAnswer.Of(job));
    }

    private static Ok<IReadOnlyList<JobAnswer>> List(RunJobs jobs) => TypedResults.Ok<IReadOnlyList<JobAnswer>>([.. jobs.All.Select(JobAnswer.Of)]);
}

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
