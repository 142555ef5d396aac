using System.Threading.RateLimiting;
using CorridorSim.Dashboard.Doors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>What guards a local web program against other sites, other machines and oversized requests.</summary>
internal static class SafetyExtensions
{
    // Blazor needs no inline script. Plotly and Blazor set styles inline; charts are saved from blob and data addresses.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
        "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static IServiceCollection AddSafety(this IServiceCollection services, DashboardOptions options)
    {
        services.AddSingleton(options);
        services.AddAntiforgery(o => (o.Cookie.SameSite, o.Cookie.SecurePolicy) = (SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest));
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton(_ => new GuessLimit(options.MostAttempts, options.RequestWindow));
        services.AddSingleton<AccessGate>();
        services.Configure<KestrelServerOptions>(o => ServerLimits.Apply(o, options));
        // One step back: a proxy of this machine appends the address that it was asked from. What came before is hearsay.
        services.Configure<ForwardedHeadersOptions>(o => (o.ForwardedHeaders, o.ForwardLimit) = (ForwardedHeaders.XForwardedFor, 1));
        return services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(context => Share(context, options)),
                PartitionedRateLimiter.Create<HttpContext, string>(context => Room(context, options)));
            o.OnRejected = (context, _) => new ValueTask(GuessLimit.RefuseAsync(context.HttpContext, context.Lease));
        });
    }

    public static void UseSafety(this WebApplication app, DashboardOptions options)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        var shown = options.PublicUrl is { } url ? PublicAddress.Read(url) : null;
        if (shown is not null)
        {
            app.UseForwardedHeaders();
        }

        app.Use(AddHeadersAsync);
        app.Use((context, next) => StrangerGuard.GuardAsync(context, next, options.Urls, shown));
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
            ClientAddress.Of(context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = options.MostRequests, Window = options.RequestWindow, QueueLimit = 0 })
        : RateLimitPartition.GetNoLimiter(string.Empty);

    /// <summary>Through a proxy everybody comes from its address, and what is open at the same time is counted for whom the proxy names.</summary>
    private static RateLimitPartition<string> Room(HttpContext context, DashboardOptions options) => options.PublicUrl is null
        ? RateLimitPartition.GetNoLimiter(string.Empty)
        : RateLimitPartition.GetConcurrencyLimiter(
            ClientAddress.Of(context.Connection.RemoteIpAddress),
            _ => new ConcurrencyLimiterOptions { PermitLimit = options.MostConnectionsOfAddress, QueueLimit = 0 });

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
}
