using System.Text;
using CorridorSim.Dashboard.Doors;
using Microsoft.AspNetCore.Http;

namespace CorridorSim.Cli.Operators;

/// <summary>
/// Asks operators for the key: programs send it as <c>Authorization: Bearer KEY</c>, browsers ask for it as a password (the name does
/// not matter). Only reading is allowed.
/// </summary>
/// <param name="key">The key.</param>
internal sealed class OperatorGate(AccessKey key)
{
    /// <summary>Lets a request through or refuses it.</summary>
    public async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        (headers.XContentTypeOptions, headers.XFrameOptions, headers["Referrer-Policy"]) = ("nosniff", "DENY", "no-referrer");
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        else if (!key.Is(Sent(context.Request.Headers.Authorization.ToString())))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            headers.WWWAuthenticate = "Basic realm=\"CorridorSim operators\"";
        }
        else
        {
            await next(context);
        }
    }

    private static string Sent(string authorization)
    {
        var parts = authorization.Split(' ', 2, StringSplitOptions.TrimEntries);
        var credentials = new byte[authorization.Length];
        return parts switch
        {
            ["Bearer", var sent] => sent,
            ["Basic", var sent] when Convert.TryFromBase64String(sent, credentials, out var length) =>
                Encoding.UTF8.GetString(credentials, 0, length).Split(':', 2) is [_, var password] ? password : string.Empty,
            _ => string.Empty,
        };
    }
}
