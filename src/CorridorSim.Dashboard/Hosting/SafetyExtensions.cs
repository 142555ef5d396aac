using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>What guards a local web program against other sites, other machines and oversized requests.</summary>
internal static class SafetyExtensions
{
    /// <summary>The greatest body of a request, bytes.</summary>
    public const long GreatestBody = 1_000_000;

    /// <summary>The slowest body that is read, bytes a second, after <see cref="Patience"/>.</summary>
    private const double LeastBytesPerSecond = 240;

    /// <summary>How long the headers of a request, and the first bytes of its body, may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Blazor needs no inline script. Plotly and Blazor set styles inline; charts are saved from blob and data addresses.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddSafety(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options);
        services.AddAntiforgery(o => o.Cookie.SameSite = SameSiteMode.Strict);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton<AccessGate>();
        services.Configure<KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = GreatestBody;
            o.Limits.MaxConcurrentConnections = options.MostConnections;
            o.Limits.RequestHeadersTimeout = Patience;
            o.Limits.MinRequestBodyDataRate = new MinDataRate(LeastBytesPerSecond, Patience);
        });
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Share(context, options));
            o.OnRejected = ExplainAsync;
            o.AddFixedWindowLimiter(AccessGate.LimiterName, w => (w.PermitLimit, w.Window) = (options.MostAttempts, options.RequestWindow));
        });
    }

    public static void UseSafety(this WebApplication app, DashboardOptions options)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(AddHeadersAsync);
        app.Use((context, next) => RefuseStrangersAsync(context, next, options));
        app.UseRouting();
        app.UseRateLimiter();
        if (options.AccessKey is not null)
        {
            var gate = app.Services.GetRequiredService<AccessGate>();
            app.Use(gate.GuardAsync);
            gate.Map(app);
        }

        app.UseAntiforgery();
    }

    /// <summary>Pages talk over one socket; what programs ask of the API is counted, whether they know the key or guess it.</summary>
    private static RateLimitPartition<string> Share(HttpContext context, DashboardOptions options) => context.Request.Path.StartsWithSegments("/api")
        ? RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.MostRequests, Window = options.RequestWindow, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter(string.Empty);

    private static async ValueTask ExplainAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await Results.Problem("Too many requests from this address; wait and try again.", statusCode: StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext);
    }

    private static Task AddHeadersAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // With no referrer at all, browsers would also hide the origin of our own forms.
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(context);
    }

    /// <summary>Other names for this machine, and writes or sockets that another site's page asks for, are refused.</summary>
    private static async Task RefuseStrangersAsync(HttpContext context, RequestDelegate next, DashboardOptions options)
    {
        var request = context.Request;
        if (!AddressRules.Answers(options.Urls, request.Host.Host))
        {
            await Results.Problem($"This dashboard does not answer to the name '{Shown(request.Host.Host)}'.", statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context);
            return;
        }

        var changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if ((changes || context.WebSockets.IsWebSocketRequest || request.Path.StartsWithSegments("/_blazor")) && !IsSameOrigin(request))
        {
            await Results.Problem("The request comes from a page of another site.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100];

    private static bool IsSameOrigin(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site != "same-origin" && site != "none")
        {
            return false;
        }

        return !request.Headers.TryGetValue("Origin", out var origin)
            || origin.ToString().Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
