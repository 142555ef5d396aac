using System.Text.Json;
using System.Text.Json.Serialization;
using CorridorSim.Analysis.Evaluation;
using CorridorSim.Dashboard.Api.Evaluation;
using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Shared.Shell;
using CorridorSim.Runs.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Api;

/// <summary>The HTTP API, described at <c>/openapi/v1.json</c>.</summary>
internal static class ApiExtensions
{
    public static IServiceCollection AddHttpApi(this IServiceCollection services) => services
        .AddSingleton<EvaluationService>()
        .AddProblemDetails()
        .AddBodyProblems()
        .ConfigureHttpJsonOptions(o => ReadStrictly(o.SerializerOptions))
        .AddOpenApi();

    /// <summary>A number is a number and no text, a name is known and stands there once: nothing that is sent is passed over or read as something else.</summary>
    private static void ReadStrictly(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter());
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
    }

    public static void MapHttpApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        var api = routes.MapGroup("/api/v1").AddEndpointFilter(ExplainAsync).AddEndpointFilterFactory(QueryRules.Watch).DisableAntiforgery();
        api.MapScenarios();
        api.MapJobs();
        api.MapRuns();
        api.MapBriefings();
        api.MapComparisons();
        api.MapSweeps();
        api.MapEvaluation();
        api.MapForecasts();
        routes.MapFallback("/api/v1/{**rest}", () => TypedResults.Problem("There is no such address in the API; /openapi/v1.json lists them.", statusCode: StatusCodes.Status404NotFound));
    }

    /// <summary>What a caller can mend is told as problem details; anything else stays an error of the program.</summary>
    private static async ValueTask<object?> ExplainAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (InvalidScenarioException error)
        {
            return TypedResults.Problem(
                "The scenario has mistakes.",
                statusCode: StatusCodes.Status422UnprocessableEntity,
                extensions: [new("mistakes", error.Diagnostics.Select(d => d.ToString()).ToArray())]);
        }
        catch (EvaluationException error)
        {
            return TypedResults.Problem(
                "The request has mistakes.", statusCode: StatusCodes.Status400BadRequest, extensions: [new("mistakes", error.Mistakes)]);
        }
        catch (Exception error) when (Failures.IsExpected(error))
        {
            return TypedResults.Problem(Failures.Words(error), statusCode: StatusOf(error));
        }
    }

    private static int StatusOf(Exception error) => error switch
    {
        RunNotFoundException or ScenarioNotFoundException => StatusCodes.Status404NotFound,
        JobsFullException => StatusCodes.Status429TooManyRequests,
        ArgumentException or CorridorSim.Analysis.Effects.UnknownIndicatorException => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status409Conflict,
    };
}
