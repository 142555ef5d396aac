using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Sweeps;
using CorridorSim.Dashboard.Tables;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Tables;
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
        api.MapGet("/sweeps/{id}", Show).WithSummary("A sweep: its factors, figures and how far it is");
        api.MapGet("/sweeps/{id}/results", Results).WithSummary("Points, replicates and figures of a finished sweep as json, csv, parquet or arrow");
        api.MapPost("/sweeps", Start).WithSummary("Starts a sweep, or continues where it was stopped");
        api.MapJob<SweepJobs, SweepJob, SweepJobAnswer>("/sweeps/jobs", "sweep", "what is finished is kept", SweepJobAnswer.Of);
    }

    private static Ok<IReadOnlyList<ScenarioEntry>> Files(ScenarioCatalogue scenarios) => TypedResults.Ok(scenarios.Sweeps());

    private static Ok<SweepAnswer[]> List(SweepCatalogue sweeps) => TypedResults.Ok(sweeps.List()
        .Select(s => new SweepAnswer(s.Manifest.Id, s.Manifest.Title, s.Manifest.Status, s.Manifest.Variants, s.Manifest.Replicates, s.Manifest.ResultHash)).ToArray());

    private static Ok<SweepManifest> Show(string id, SweepCatalogue sweeps) => TypedResults.Ok(sweeps.Open(id).Manifest);

    /// <summary>A row for each point and replicate: values of the factors, then the figures; null in lanes that failed.</summary>
    private static PushStreamHttpResult Results(string id, SweepCatalogue sweeps, string format = TableFormat.Json)
    {
        var sweep = sweeps.Open(id);
        var manifest = sweep.Manifest;
        var reader = new SweepReader(sweep);
        var (points, blocks) = (reader.Points(), reader.Blocks());
        var periods = manifest.Columns.Select(c => c.Period).Distinct().Count();
        AnswerColumn[] columns =
        [
            new("point", ColumnKind.Whole),
            new("replicate", ColumnKind.Whole),
            .. manifest.Factors.Select(f => new AnswerColumn(f.Id, ColumnKind.Figure)),
            .. manifest.Columns.Select(c => new AnswerColumn(periods == 1 ? c.Name : $"{c.Name} {c.Period}", ColumnKind.Figure)
            {
                About = new Dictionary<string, string> { ["unit"] = c.Unit, ["period"] = c.Period },
            }),
        ];
        return TableFormat.Answer(format, AnswerTable.Of(columns, blocks.Select(b => Rows(b.First, b.Lanes))));

        IReadOnlyList<object?[]> Rows(long first, double[][] lanes) => [.. lanes.Select((figures, i) => Row((int)((first + i) / manifest.Replicates), (first + i) % manifest.Replicates, figures))];

        object?[] Row(int point, long replicate, double[] figures) =>
            [point, replicate, .. Enumerable.Range(0, manifest.Factors.Count).Select(f => (object)points[point, f]), .. figures.Select(f => (object)f)];
    }

    private static Accepted<SweepJobAnswer> Start(SweepRequest request, SweepJobs jobs)
    {
        var job = jobs.Start(request.File);
        return TypedResults.Accepted($"/api/v1/sweeps/jobs/{job.Id}", SweepJobAnswer.Of(job));
    }
}

/// <summary>A sweep of the store.</summary>
public sealed record SweepAnswer(string SweepId, string Title, string Status, int Points, int Replicates, string? ResultHash);

/// <summary>A sweep that is asked for.</summary>
public sealed record SweepRequest
{
    /// <summary>Name of the sweep file, as <c>/sweep-files</c> lists it.</summary>
    public required string File { get; init; }
}

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
