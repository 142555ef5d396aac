using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Dashboard.Pages.TrackRecord;
using CorridorSim.Dashboard.Tables;
using CorridorSim.Model.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Observations to score a forecast with.</summary>
public sealed record ScoreRequest
{
    /// <summary>A table with the columns series, nationality, month, value, as text; the record of the forecast's world when left out.</summary>
    public string? Observations { get; init; }
}

/// <summary>A registered forecast and how it did.</summary>
/// <param name="Forecast">What identifies it.</param>
/// <param name="Hash">Hash of all its files.</param>
/// <param name="ScoredMonths">Forecast months that were counted, over all series.</param>
/// <param name="Horizons">Scores by range of months ahead.</param>
public sealed record ForecastAnswer(RegisteredForecast Forecast, string Hash, int ScoredMonths, IReadOnlyList<HorizonAnswer> Horizons)
{
    /// <summary>The answer for what came since.</summary>
    public static ForecastAnswer Of(TrackRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new ForecastAnswer(record.Forecast, record.Hash, record.Months.Count, [.. HorizonScore.ByHorizon(record.Months).Select(HorizonAnswer.Of)]);
    }
}

/// <summary>How forecasts of a group of series did, some months ahead; errors are root mean squares of log(1 + flow) by method.</summary>
public sealed record HorizonAnswer(
    string Series, bool IsTotal, int First, int Last, int Months, IReadOnlyDictionary<string, double?> Errors, double Coverage50, double Coverage90, double Crps, double Wis)
{
    /// <summary>The answer for a score.</summary>
    public static HorizonAnswer Of(HorizonScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new HorizonAnswer(
            score.Series, score.IsTotal, score.First, score.Last, score.Months,
            score.Pooled.ToDictionary(e => HubTable.ModelOf(e.Key), e => EffectAnswer.Finite(e.Value)), score.Coverage50, score.Coverage90, score.Crps, score.Wis);
    }
}

/// <summary>Registered forecasts: list, look, score, take away. They are registered with the command line alone.</summary>
internal static class ForecastApi
{
    private static readonly AnswerColumn[] Columns =
    [
        new("model_id", ColumnKind.Text), new("origin", ColumnKind.Text), new("horizon", ColumnKind.Whole), new("target", ColumnKind.Text), new("location", ColumnKind.Text),
        new("output_type", ColumnKind.Text), new("output_type_id", ColumnKind.Figure), new("value", ColumnKind.Figure),
    ];

    public static void MapForecasts(this RouteGroupBuilder api)
    {
        api.MapGet("/forecasts", List).WithSummary("Registered forecasts, and whether each is as it was registered");
        api.MapGet("/forecasts/{name}", Show).WithSummary("A registered forecast, scored by the record of its world");
        api.MapPost("/forecasts/{name}/score", Score).WithSummary("A registered forecast, scored by a table of observations");
        api.MapGet("/forecasts/{name}/table", Table).WithSummary("Its months and quantiles in the columns of the hubverse, as json, csv, parquet or arrow");
    }

    private static Ok<IReadOnlyList<LedgerEntry>> List(TrackRecordService service) => TypedResults.Ok(service.List());

    private static Ok<ForecastAnswer> Show(string name, TrackRecordService service) => TypedResults.Ok(ForecastAnswer.Of(service.Open(name)));

    private static Ok<ForecastAnswer> Score(string name, ScoreRequest request, TrackRecordService service) =>
        TypedResults.Ok(ForecastAnswer.Of(service.Open(name, request.Observations)));

    private static PushStreamHttpResult Table(string name, TrackRecordService service, string format = TableFormat.Csv) =>
        TableFormat.Answer(format, AnswerTable.Of(Columns, [[.. service.TableOf(name).Select(Row)]]));

    private static object?[] Row(HubRow row) =>
        [row.Model, CalendarMonth.Format(row.Origin), row.Horizon, row.Name.Series, row.Name.Nationality, row.Type, row.Probability, row.Value];
}
