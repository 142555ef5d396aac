using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>Gives up what the API works on when the program ends, so that Ctrl-C does not wait for simulations that nobody will read.</summary>
internal static class Ending
{
    /// <summary>Ends requests to the API with the program; event streams end by themselves.</summary>
    public static void UseEnding(this WebApplication app)
    {
        var program = app.Services.GetRequiredService<IHostApplicationLifetime>();
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.Value!.EndsWith("/events", StringComparison.Ordinal),
            branch => branch.Use((context, next) => EndAsync(context, next, program.ApplicationStopping)));
    }

    private static async Task EndAsync(HttpContext context, RequestDelegate next, CancellationToken ending)
    {
        var left = context.RequestAborted;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(left, ending);
        context.RequestAborted = ended.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested && !left.IsCancellationRequested && !context.Response.HasStarted)
        {
            context.RequestAborted = left;
            await Results.Problem("The program is ending.", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }
    }
}
