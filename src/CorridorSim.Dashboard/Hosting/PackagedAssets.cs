using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>Serves the style sheet and scripts embedded in this assembly, each under its name as resource.</summary>
internal static class PackagedAssets
{
    /// <summary>Maps one address for each.</summary>
    public static void MapPackagedAssets(this IEndpointRouteBuilder routes)
    {
        var assembly = typeof(PackagedAssets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith('/')))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"";
            routes.MapGet(name, context => SendAsync(context, bytes, tag, ContentType(name))).ExcludeFromDescription();
        }
    }

    private static async Task SendAsync(HttpContext context, byte[] bytes, string tag, string contentType)
    {
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = contentType;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/javascript; charset=utf-8",
    };
}
