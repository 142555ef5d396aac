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
