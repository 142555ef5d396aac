using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Runs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api;

/// <summary>Paired comparisons of stored runs.</summary>
internal static class ComparisonApi
{
    public static void MapComparisons(this RouteGroupBuilder api) =>
        api.MapGet("/compare", Compare).WithSummary("Paired effects of one run against another; run or run:variant");

    private static Results<Ok<ComparisonAnswer>, ProblemHttpResult> Compare(string @base, string other, EnsembleBook book, string? at = null)
    {
        var (before, after) = (book.Open(EnsembleReference.Parse(@base)), book.Open(EnsembleReference.Parse(other)));
        var comparison = new Comparison(before, after);
        var period = at is null ? null : Period.TryParse(at);
        return comparison.Obstacle is { } obstacle ? TypedResults.Problem(obstacle, statusCode: StatusCodes.Status409Conflict)
            : at is not null && period is null ? TypedResults.Problem("at must be a year, a month or a range of months", statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(new ComparisonAnswer(@base, other, [.. comparison.OnHeadline(period).Select(EffectAnswer.Of)]));
    }
}
