using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Sweeps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Sweeps: list, start or resume, follow, stop.</summary>
internal static class SweepApi
{
    public static void MapSweeps(this RouteGroupBuilder api)
    {
        api.MapGet("/sweep-files", Files).WithSummary("Sweep files that can be run");
        api.MapGet("/sweeps", List).WithSummary("Sweeps of the store, newest first");
        api.MapPost("/sweeps", Start).WithSummary("Starts a sweep, or continues where it was stopped");
        api.MapJob<SweepJobs, SweepJob, SweepJobAnswer>("/sweeps/jobs", "sweep", "what is finished is kept", SweepJobAnswer.Of);
    }

    private static Ok<IReadOnlyList<ScenarioEntry>> Files(ScenarioCatalogue scenarios) => TypedResults.Ok(scenarios.Sweeps());

    private static Ok<SweepAnswer[]> List(SweepCatalogue sweeps) => TypedResults.Ok(sweeps.List()
        .Select(s => new SweepAnswer(s.Manifest.Id, s.Manifest.Title, s.Manifest.Status, s.Manifest.Variants, s.Manifest.Replicates, s.Manifest.ResultHash)).ToArray());

    private static Accepted<SweepJobAnswer> Start(SweepRequest request, SweepJobs jobs)
    {
        var job = jobs.Start(request.File);
        return TypedResults.Accepted($"/api/v1/sweeps/jobs/{job.Id}", SweepJobAnswer.Of(job));
    }
}
