using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Sweeps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Dashboard.Api;

/// <summary>Sweeps: list, start or resume, follow, stop.</summary>
internal static class SweepApi
{
    public static void MapSweeps(this RouteGroupBuilder api)
    {
        api.MapGet("/sweep-files", Files).WithSummary("Sweep files that can be run");
        api.MapGet("/sweeps", List).WithSummary("Sweeps of the store, newest first");
        api.MapPost("/sweeps", Start).WithSummary("Starts a sweep, or continues where it was stopped");
        api.MapGet("/sweeps/jobs/{id}", Show).WithSummary("How far a sweep is");
        api.MapGet("/sweeps/jobs/{id}/events", Follow).WithSummary("How far a sweep is, as server-sent events until it ends");
        api.MapPost("/sweeps/jobs/{id}/stop", Stop).WithSummary("Stops a sweep; what is finished is kept");
    }

    private static Ok<IReadOnlyList<ScenarioEntry>> Files(ScenarioCatalogue scenarios) => TypedResults.Ok(scenarios.Sweeps());

    private static Ok<SweepAnswer[]> List(SweepCatalogue sweeps) => TypedResults.Ok(sweeps.List()
        .Select(s => new SweepAnswer(s.Manifest.Id, s.Manifest.Title, s.Manifest.Status, s.Manifest.Variants, s.Manifest.Replicates, s.Manifest.ResultHash)).ToArray());

    private static Accepted<SweepJobAnswer> Start(SweepRequest request, SweepJobs jobs)
    {
        var job = jobs.Start(request.File);
        return TypedResults.Accepted($"/api/v1/sweeps/jobs/{job.Id}", SweepJobAnswer.Of(job));
    }

    private static Results<Ok<SweepJobAnswer>, ProblemHttpResult> Show(string id, SweepJobs jobs) =>
        jobs.Find(id) is { } job ? TypedResults.Ok(SweepJobAnswer.Of(job)) : Missing();

    private static Results<Ok<SweepJobAnswer>, ProblemHttpResult> Stop(string id, SweepJobs jobs)
    {
        if (jobs.Find(id) is not { } job)
        {
            return Missing();
        }

        job.Stop();
        return TypedResults.Ok(SweepJobAnswer.Of(job));
    }

    private static Results<ServerSentEventsResult<SweepJobAnswer>, ProblemHttpResult> Follow(string id, SweepJobs jobs, IHostApplicationLifetime program, CancellationToken cancellation) =>
        jobs.Find(id) is { } job ? TypedResults.ServerSentEvents(ProgressEvents.FollowAsync(
            h => jobs.Changed += h, h => jobs.Changed -= h, () => (job.IsActive, SweepJobAnswer.Of(job)), program.ApplicationStopping, cancellation)) : Missing();

    private static ProblemHttpResult Missing() => TypedResults.Problem("There is no such sweep job.", statusCode: StatusCodes.Status404NotFound);
}
