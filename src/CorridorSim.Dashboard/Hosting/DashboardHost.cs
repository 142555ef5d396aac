using CorridorSim.Dashboard.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>The dashboard and HTTP API as one program.</summary>
public static class DashboardHost
{
    /// <summary>Starts it; stop and dispose the result to end it.</summary>
    /// <exception cref="ArgumentException">An address is not allowed.</exception>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<WebApplication> StartAsync(DashboardOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (AddressRules.Obstacle(options) is { } obstacle)
        {
            throw new ArgumentException(obstacle, nameof(options));
        }

        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(DashboardHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls([.. options.Urls]);
        // Why it does not start is told in one line by who starts it.
        builder.Logging.SetMinimumLevel(LogLevel.Error)
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.None)
            .AddFilter("Microsoft.AspNetCore.Server.Kestrel.", LogLevel.Error);
        builder.Services
            .AddSafety(options)
            .AddSimulation(options)
            .AddHttpApi()
            .AddHealth(options)
            .AddPages();

        var app = builder.Build();
        app.UseSafety(options);
        app.UseEnding();
        app.UseBodyProblems();
        app.MapPackagedAssets();
        app.MapHttpApi();
        app.MapHealth();
        app.MapPages();
        await app.StartAsync(cancellation);
        return app;
    }
}
