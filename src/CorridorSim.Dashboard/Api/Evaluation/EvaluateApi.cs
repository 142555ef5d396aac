using CorridorSim.Analysis.Evaluation;
using CorridorSim.Dashboard.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Api.Evaluation;

/// <summary>Batches of points, for samplers and optimisers of other languages.</summary>
internal static class EvaluateApi
{
    public static void MapEvaluation(this RouteGroupBuilder api) => api
        .MapPost("/evaluate", Evaluate)
        .WithSummary("Simulates many settings of a scenario with the same random draws; the answer is streamed, and closing the connection stops it");

    private static PushStreamHttpResult Evaluate(EvaluateRequest request, EvaluationService service, HttpContext context)
    {
        var question = service.Read(request);
        var evaluation = PointEvaluation.Of(question);
        var stopped = context.RequestAborted;
        return TypedResults.Stream(
            async output =>
            {
                using (evaluation)
                {
                    await EvaluationFormat.WriteAsync(request.Format, question, evaluation, service.RunAsync(evaluation, stopped), output, stopped);
                }
            },
            TableFormat.MediaType(request.Format));
    }
}
