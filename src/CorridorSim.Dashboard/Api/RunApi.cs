using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Tables;
using CorridorSim.Model.Engine;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Runs.Tables;
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
        api.MapGet("/runs/{id}/monthly", Monthly).WithSummary("Median and 90% interval of one indicator by month, or by week or quarter with step");
        api.MapGet("/runs/{id}/results", Results).WithSummary("All series of a run as csv, parquet, arrow or iamc; json for the headline figures");
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

    private static Results<Ok<MonthlyAnswer>, PushStreamHttpResult, ProblemHttpResult> Monthly(
        string id, string indicator, EnsembleBook book, string step = "month", string format = TableFormat.Json)
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
        return format == TableFormat.Json
            ? TypedResults.Ok(new MonthlyAnswer(
                name.ToString(), unit, periods.Names, [.. fan.Median.Select(EffectAnswer.Finite)], [.. fan.Lower.Select(EffectAnswer.Finite)], [.. fan.Upper.Select(EffectAnswer.Finite)]))
            : TableFormat.Answer(format, AnswerTable.Of(
                [new("period", ColumnKind.Text), new("median", ColumnKind.Figure), new("p05", ColumnKind.Figure), new("p95", ColumnKind.Figure)],
                [[.. periods.Names.Select((p, i) => (object?[])[p, fan.Median[i], fan.Lower[i], fan.Upper[i]])]]));
    }

    private static Results<FileStreamHttpResult, PushStreamHttpResult, Ok<RunDetailAnswer>, ProblemHttpResult> Results(string id, EnsembleBook book, RunCatalogue runs, string format = "json")
    {
        if (format == "json")
        {
            return Show(id, book);
        }

        if (format == TableFormat.Arrow)
        {
            var stored = runs.Open(id);
            var table = AnswerTable.Of([.. SeriesRows.Columns(stored).Select(c => new AnswerColumn(c.Name, KindOf(c.Type)))], SeriesRows.Read(stored));
            return TableFormat.Answer(format, table);
        }

        if (!Enum.TryParse<ExportFormat>(format, ignoreCase: true, out var chosen) || !Enum.IsDefined(chosen))
        {
            return TypedResults.Problem("format must be csv, parquet, arrow, iamc or json", statusCode: StatusCodes.Status400BadRequest);
        }

        var run = runs.Open(id);
        var ending = chosen == ExportFormat.Parquet ? "parquet" : "csv";
        var name = chosen == ExportFormat.Iamc ? $"{run.Manifest.Id}-iamc.{ending}" : $"{run.Manifest.Id}.{ending}";
        return TypedResults.Stream(Exported(run, chosen, ending), ending == "csv" ? "text/csv" : "application/vnd.apache.parquet", name);
    }

    private static ColumnKind KindOf(Type type) => type == typeof(string) ? ColumnKind.Text : type == typeof(double) ? ColumnKind.Figure : ColumnKind.Whole;

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

/// <summary>A run.</summary>
public sealed record RunAnswer(
    string RunId, string? Name, string Scenario, string Status, DateTimeOffset Created, int Replicates, long Lanes, string From, int Months, ulong Seed,
    string ScenarioHash, string ResultHash, IReadOnlyList<string> Variants, IReadOnlyList<ChangedSetting> Changes)
{
    /// <summary>Puts a manifest into an answer.</summary>
    public static RunAnswer Of(RunManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new RunAnswer(
            manifest.Id, manifest.Name, manifest.Scenario, manifest.Status, manifest.Created, manifest.Replicates, manifest.Lanes, manifest.From, manifest.Months,
            manifest.Seed, manifest.ScenarioHash, manifest.ResultHash, manifest.Variants, manifest.Changes);
    }
}

/// <summary>A run with its headline figures.</summary>
/// <param name="Run">The run.</param>
/// <param name="Headline">Its figures.</param>
public sealed record RunDetailAnswer(RunAnswer Run, IReadOnlyList<FigureAnswer> Headline);

/// <summary>What the run store holds.</summary>
/// <param name="Runs">Runs, newest first.</param>
/// <param name="Damaged">Folders that cannot be read.</param>
public sealed record RunListAnswer(IReadOnlyList<RunAnswer> Runs, IReadOnlyList<DamagedAnswer> Damaged);

/// <summary>A folder that cannot be read as a run.</summary>
/// <param name="Folder">Name of the folder.</param>
/// <param name="Reason">What is wrong.</param>
public sealed record DamagedAnswer(string Folder, string Reason);

/// <summary>A headline figure: median and 90 % interval over replicates; null where nothing can be said.</summary>
public sealed record FigureAnswer(string Indicator, string Unit, string Period, double? Median, double? P05, double? P95);

/// <summary>Median and 90 % interval over replicates by month, or by week or quarter where those were asked for; null where nothing can be said.</summary>
public sealed record MonthlyAnswer(
    string Indicator, string Unit, IReadOnlyList<string> Months, IReadOnlyList<double?> Median, IReadOnlyList<double?> P05, IReadOnlyList<double?> P95);
