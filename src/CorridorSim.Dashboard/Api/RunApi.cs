using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Dashboard.Charts;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Folders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Finished runs: list, look, take away.</summary>
internal static class RunApi
{
    public static void MapRuns(this RouteGroupBuilder api)
    {
        api.MapGet("/runs", List).WithSummary("Runs of the store, newest first");
        api.MapGet("/runs/{id}", Show).WithSummary("A run with its headline figures");
        api.MapGet("/runs/{id}/monthly", Monthly).WithSummary("Median and 90 % interval of one indicator by month, or by week or quarter with step");
        api.MapGet("/runs/{id}/results", Results).WithSummary("All series of a run as csv, parquet or iamc; json for the headline figures");
    }

    private static Ok<RunListAnswer> List(RunCatalogue runs)
    {
        var listing = runs.List();
        return TypedResults.Ok(new RunListAnswer(
            [.. listing.Runs.Select(r => RunAnswer.Of(r.Manifest))],
            [.. listing.Damaged.Select(d => new DamagedAnswer(Path.GetFileName(d.Folder), d.Reason))]));
    }

    private static Ok<RunDetailAnswer> Show(string id, EnsembleBook book)
    {
        var ensemble = book.Open(EnsembleReference.Parse(id));
        return TypedResults.Ok(new RunDetailAnswer(RunAnswer.Of(ensemble.Run.Manifest), [.. Headline.Values(ensemble).Select(Figure)]));
    }

    private static Results<Ok<MonthlyAnswer>, ProblemHttpResult> Monthly(string id, string indicator, EnsembleBook book, string step = "month")
    {
        var ensemble = book.Open(EnsembleReference.Parse(id));
        var reader = new IndicatorReader(ensemble);
        var name = IndicatorName.Parse(indicator);
        if (ReportSteps.TryParse(step) is not { } chosen)
        {
            return TypedResults.Problem("step must be week, month or quarter", statusCode: StatusCodes.Status400BadRequest);
        }

        var (unit, periods, values) = reader.By(name, chosen);
        var fan = Fan.Of(values);
        return TypedResults.Ok(new MonthlyAnswer(
            name.ToString(),
            unit,
            periods.Names,
            [.. fan.Median.Select(EffectAnswer.Finite)],
            [.. fan.Lower.Select(EffectAnswer.Finite)],
            [.. fan.Upper.Select(EffectAnswer.Finite)]));
    }

    private static Results<FileStreamHttpResult, Ok<RunDetailAnswer>, ProblemHttpResult> Results(string id, EnsembleBook book, RunCatalogue runs, string format = "json")
    {
        if (format == "json")
        {
            return Show(id, book);
        }

        if (!Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
        {
            return TypedResults.Problem("format must be csv, parquet, iamc or json", statusCode: StatusCodes.Status400BadRequest);
        }

        var run = runs.Open(id);
        var ending = chosen == ExportFormat.Parquet ? "parquet" : "csv";
        var name = chosen == ExportFormat.Iamc ? $"{run.Manifest.Id}-iamc.{ending}" : $"{run.Manifest.Id}.{ending}";
        return TypedResults.Stream(Exported(run, chosen, ending), ending == "csv" ? "text/csv" : "application/vnd.apache.parquet", name);
    }

    /// <summary>The export as a file that vanishes when it was sent.</summary>
    private static FileStream Exported(StoredRun run, ExportFormat format, string ending)
    {
        var path = Path.Combine(Path.GetTempPath(), $"corridorsim-{Guid.NewGuid():N}.{ending}");
        try
        {
            RunExport.Write(run, format, path);
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static FigureAnswer Figure(IndicatorValues values)
    {
        var band = values.Band;
        return new FigureAnswer(values.Name, values.Unit, values.Period.ToString(), EffectAnswer.Finite(band.Median), EffectAnswer.Finite(band.Lower), EffectAnswer.Finite(band.Upper));
    }
}
