using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Api;

/// <summary>A request that cannot be read is answered with what is wrong with it, where, and the remedy.</summary>
internal static partial class BodyProblems
{
    private const string Remedy = "/openapi/v1.json describes what this address takes.";

    public static IServiceCollection AddBodyProblems(this IServiceCollection services) =>
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);

    public static void UseBodyProblems(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await TypedResults.Problem(Words(error), statusCode: error.StatusCode).ExecuteAsync(context);
        }
    });

    private static string Words(BadHttpRequestException error) => error.InnerException switch
    {
        JsonException { Path: { Length: > 1 } path } json => $"The value at {path} is not what belongs there: {Reason(json)} {Remedy}",
        JsonException json => $"The body is not what belongs there: {Reason(json)} {Remedy}",
        _ when error.Message.Contains("no body was provided", StringComparison.Ordinal) => $"The body is missing: write a JSON object. {Remedy}",
        _ => $"{error.Message.TrimEnd('.')}. {Remedy}",
    };

    // The reader names types of the program and counts bytes; people need the kind of value.
    private static string Reason(JsonException error) => error.Message switch
    {
        var m when Converted(m, "System.Double") => "write a number, without quotes and thousands commas.",
        var m when Converted(m, "System.Int") || Converted(m, "System.UInt") || Converted(m, "System.Nullable`1[System.Int") => "write a whole number, without quotes and thousands commas.",
        var m when Converted(m, "System.String") => "write a text in quotes.",
        var m when Converted(m, "System.Collections.Generic.") && m.Contains("List`1[System.String]", StringComparison.Ordinal) => "write a list of texts, in square brackets.",
        var m when m.Contains("missing required properties", StringComparison.Ordinal) => $"it lacks {m[(m.LastIndexOf(':') + 1)..].Trim().TrimEnd('.')}.",
        var m when m.Contains("could not be converted to", StringComparison.Ordinal) => "write a JSON object, in braces.",
        var m when Unmapped().Match(m) is { Success: true } unknown => $"nothing here is called '{unknown.Groups[1].Value}'.",
        var m when m.StartsWith("Duplicate property", StringComparison.Ordinal) => "it stands there twice.",
        _ => "it is not valid JSON.",
    };

    private static bool Converted(string message, string type) => message.Contains($"could not be converted to {type}", StringComparison.Ordinal);

    [GeneratedRegex("^The JSON property '([^']*)' could not be mapped")]
    private static partial Regex Unmapped();
}
