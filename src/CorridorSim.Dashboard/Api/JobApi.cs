using CorridorSim.Dashboard.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Dashboard.Api;

/// <summary>Runs in progress: start, follow, stop.</summary>
internal static class JobApi
{
    public static void MapJobs(this RouteGroupBuilder api)
    {
        api.MapPost("/runs", Start).WithSummary("Starts a run");
        api.MapGet("/jobs", List).WithSummary("Runs in progress or ended lately");
        api.MapGet("/jobs/{id}", Show).WithSummary("How far a run is");
        api.MapGet("/jobs/{id}/events", Follow).WithSummary("How far a run is, as server-sent events until it ends");
        api.MapPost("/jobs/{id}/stop", Stop).WithSummary("Stops a run; nothing of it is written");
    }

    private static Accepted<JobAnswer> Start(RunRequest request, RunJobs jobs)
    {
        var job = jobs.Start(request);
        return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", JobAnswer.Of(job));
    }

    private static Ok<IReadOnlyList<JobAnswer>> List(RunJobs jobs) => TypedResults.Ok<IReadOnlyList<JobAnswer>>([.. jobs.All.Select(JobAnswer.Of)]);

    private static Results<Ok<JobAnswer>, ProblemHttpResult> Show(string id, RunJobs jobs) =>
        jobs.Find(id) is { } job ? TypedResults.Ok(JobAnswer.Of(job)) : Missing();

    private static Results<Ok<JobAnswer>, ProblemHttpResult> Stop(string id, RunJobs jobs)
    {
        if (jobs.Find(id) is not { } job)
        {
            return Missing();
        }

        job.Stop();
        return TypedResults.Ok(JobAnswer.Of(job));
    }

    private static Results<ServerSentEventsResult<JobAnswer>, ProblemHttpResult> Follow(string id, RunJobs jobs, IHostApplicationLifetime program, CancellationToken cancellation) =>
        jobs.Find(id) is { } job ? TypedResults.ServerSentEvents(ProgressEvents.FollowAsync(
            h => jobs.Changed += h, h => jobs.Changed -= h, () => (job.IsActive, JobAnswer.Of(job)), program.ApplicationStopping, cancellation)) : Missing();

    private static ProblemHttpResult Missing() => TypedResults.Problem("There is no such job; /api/v1/jobs lists those there are.", statusCode: StatusCodes.Status404NotFound);
}
