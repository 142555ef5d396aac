using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Pages.Why;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Paired comparisons of stored runs.</summary>
internal static class ComparisonApi
{
    private static readonly AnswerColumn[] Columns =
    [
        .. new[] { "name", "indicator", "unit", "period" }.Select(n => new AnswerColumn(n, ColumnKind.Text)),
        .. new[] { "base_median", "other_median", "difference_median", "p05", "p95", "share_same_sign" }.Select(n => new AnswerColumn(n, ColumnKind.Figure)),
        .. new[] { "positive", "negative", "unchanged" }.Select(n => new AnswerColumn(n, ColumnKind.Whole)),
        new("verdict", ColumnKind.Text),
        new("gap", ColumnKind.Text),
    ];

    public static void MapComparisons(this RouteGroupBuilder api)
    {
        api.MapGet("/compare", Compare).WithSummary("Paired effects of one run against another; run or run:variant");
        api.MapPost("/why", WhyAsync).WithSummary("How much of the effect of a scenario each provision brings");
    }

    private static Results<Ok<ComparisonAnswer>, PushStreamHttpResult, ProblemHttpResult> Compare(
        string @base, string other, EnsembleBook book, string? at = null, string[]? indicator = null, string format = TableFormat.Json)
    {
        var (before, after) = (book.Open(EnsembleReference.Parse(@base)), book.Open(EnsembleReference.Parse(other)));
        var comparison = new Comparison(before, after);
        var period = at is null ? null : Period.TryParse(at);
        return comparison.Obstacle is { } obstacle ? TypedResults.Problem(obstacle, statusCode: StatusCodes.Status409Conflict)
            : at is not null && period is null ? TypedResults.Problem("at must be a year, a month or a range of months", statusCode: StatusCodes.Status400BadRequest)
            : Answer(new ComparisonAnswer(@base, other, [.. Effects(comparison, before, period, indicator ?? []).Select(EffectAnswer.Of)]), format);
    }

    private static Results<Ok<ComparisonAnswer>, PushStreamHttpResult, ProblemHttpResult> Answer(ComparisonAnswer answer, string format) => format == TableFormat.Json
        ? TypedResults.Ok(answer)
        : TableFormat.Answer(format, AnswerTable.Of(Columns, [[.. answer.Effects.Select(Row)]]));

    private static object?[] Row(EffectAnswer effect) =>
    [
        effect.Name, effect.Indicator, effect.Unit, effect.Period, effect.BaseMedian, effect.OtherMedian, effect.DifferenceMedian, effect.P05, effect.P95,
        effect.ShareSameSign, effect.Positive, effect.Negative, effect.Unchanged, effect.Verdict, effect.Gap,
    ];

    /// <summary>Effects on what is asked for by name or pattern; on the headline when nothing is.</summary>
    private static IEnumerable<Effect> Effects(Comparison comparison, IEnsemble before, Period? period, string[] patterns) => patterns.Length == 0
        ? comparison.OnHeadline(period)
        : patterns.SelectMany(p => new IndicatorPattern(p).In(before)).Distinct().Select(n => comparison.On(n, period));

    private static async Task<Ok<WhyReply>> WhyAsync(WhyRequest request, WhyService service, CancellationToken cancellation)
    {
        var answer = await service.AnswerAsync(request with { Scenario = ScenarioApi.Named(request.Scenario) }, null, cancellation);
        return TypedResults.Ok(new WhyReply(answer.IsExact, answer.Subsets, [.. answer.Effects.SelectMany(Parts)]));
    }

    private static IEnumerable<WhyPartAnswer> Parts(WhyEffect effect) => effect.Parts
        .Select(p => new WhyPartAnswer(
            p.Player.ToString(), effect.Indicator.Words, effect.Indicator.Unit, EffectAnswer.Finite(p.Mean), EffectAnswer.Finite(p.Band.Median), EffectAnswer.Finite(p.Band.Lower), EffectAnswer.Finite(p.Band.Upper)))
        .Append(new WhyPartAnswer(
            "total", effect.Indicator.Words, effect.Indicator.Unit, EffectAnswer.Finite(effect.Summary.Mean), EffectAnswer.Finite(effect.Summary.Median), EffectAnswer.Finite(effect.Summary.P05), EffectAnswer.Finite(effect.Summary.P95)));
}

/// <summary>A comparison.</summary>
/// <param name="Base">What is compared with.</param>
/// <param name="Other">What is compared.</param>
/// <param name="Effects">Effects on the headline indicators, other minus base.</param>
public sealed record ComparisonAnswer(string Base, string Other, IReadOnlyList<EffectAnswer> Effects);

/// <summary>An effect split over provisions.</summary>
/// <param name="IsExact">True when every combination was simulated.</param>
/// <param name="Combinations">Combinations simulated.</param>
/// <param name="Parts">Parts and totals by indicator; means of the parts add up to the mean of the total.</param>
public sealed record WhyReply(bool IsExact, int Combinations, IReadOnlyList<WhyPartAnswer> Parts);

/// <summary>What a provision brings to one indicator; null where nothing can be said.</summary>
public sealed record WhyPartAnswer(string Provision, string Indicator, string Unit, double? Mean, double? Median, double? P05, double? P95);
