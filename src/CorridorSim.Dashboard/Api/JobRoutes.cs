using CorridorSim.Dashboard.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Dashboard.Api;

/// <summary>What can be asked of a job of any kind.</summary>
internal static class JobRoutes
{
    /// <summary>Adds showing, following and stopping of one job.</summary>
    /// <typeparam name="TQueue">Where the jobs are.</typeparam>
    /// <typeparam name="TJob">Their kind.</typeparam>
    /// <typeparam name="TAnswer">How far a job is.</typeparam>
    /// <param name="api">The routes.</param>
    /// <param name="path">Path of the jobs, such as <c>/jobs</c>.</param>
    /// <param name="noun">What one is called.</param>
    /// <param name="kept">What is left of one that is stopped.</param>
    /// <param name="answer">Puts a job into an answer.</param>
    public static void MapJob<TQueue, TJob, TAnswer>(this RouteGroupBuilder api, string path, string noun, string kept, Func<TJob, TAnswer> answer)
        where TQueue : JobQueue<TJob>
        where TJob : Job
    {
        api.MapGet($"{path}/{{id}}", Show).WithSummary($"How far a {noun} is");
        api.MapGet($"{path}/{{id}}/events", Follow).WithSummary($"How far a {noun} is, as server-sent events until it ends");
        api.MapPost($"{path}/{{id}}/stop", Stop).WithSummary($"Stops a {noun}; {kept}");

        Results<Ok<TAnswer>, ProblemHttpResult> Show(string id, TQueue jobs) => jobs.Find(id) is { } job ? TypedResults.Ok(answer(job)) : Missing();

        Results<Ok<TAnswer>, ProblemHttpResult> Stop(string id, TQueue jobs)
        {
            jobs.Find(id)?.Stop();
            return Show(id, jobs);
        }

        Results<ServerSentEventsResult<TAnswer>, ProblemHttpResult> Follow(string id, TQueue jobs, IHostApplicationLifetime program, CancellationToken cancellation) =>
            jobs.Find(id) is { } job ? TypedResults.ServerSentEvents(ProgressEvents.FollowAsync(
                h => jobs.Changed += h, h => jobs.Changed -= h, () => (job.IsActive, answer(job)), program.ApplicationStopping, cancellation)) : Missing();

        ProblemHttpResult Missing() => TypedResults.Problem($"There is no such {noun} in progress or ended lately.", statusCode: StatusCodes.Status404NotFound);
    }
}
