using CorridorSim.Dashboard.Doors;
using Microsoft.AspNetCore.Http;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>
/// Refuses requests under another name for this machine, and writes or sockets that a page of another site asks for. Who put a
/// proxy before the dashboard without telling it looks the same, and is told what to do.
/// </summary>
internal static class StrangerGuard
{
    private const int LongestShown = 100;

    /// <summary>Lets a request through or refuses it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">What comes after.</param>
    /// <param name="urls">Addresses that the dashboard listens on.</param>
    /// <param name="shown">Address before the proxy; null without one.</param>
    public static async Task GuardAsync(HttpContext context, RequestDelegate next, IReadOnlyList<string> urls, PublicAddress? shown)
    {
        var request = context.Request;
        if (shown?.IsHostOf(request) != true && !AddressRules.Answers(urls, request.Host.Host))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"This dashboard does not answer to the name '{Shortened(request.Host.Host)}'.", OriginOf(request.Host), shown);
            return;
        }

        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if ((changes || context.WebSockets.IsWebSocketRequest || request.Path.StartsWithSegments("/_blazor")) && !IsSameOrigin(request, shown))
        {
            await RefuseAsync(context, StatusCodes.Status403Forbidden, "The request comes from a page of another site.", request.Headers.Origin.ToString(), shown);
            return;
        }

        shown?.Apply(request);
        await next(context);
    }

    private static Task RefuseAsync(HttpContext context, int status, string reason, string origin, PublicAddress? shown)
    {
        // The name came with the request: only what reads as an address is repeated.
        var advice = shown is null && PublicAddress.Read(origin) is { } address
            ? $" If a proxy stands before it, start it with --public-url {Shortened(address.Origin)}."
            : string.Empty;
        return Results.Problem(reason + advice, statusCode: status).ExecuteAsync(context);
    }

    private static string OriginOf(HostString host) => $"https://{host}";

    private static string Shortened(string text) => text.Length <= LongestShown ? text : text[..LongestShown];

    private static bool IsSameOrigin(HttpRequest request, PublicAddress? shown)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin" && site != "none")
        {
            return false;
        }

        if (!request.Headers.TryGetValue("Origin", out var origin) || origin == shown?.Origin)
        {
            return true;
        }

        // At the public name only the public address counts: its plain form is not behind the proxy's TLS.
        return shown?.IsHostOf(request) != true && origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
