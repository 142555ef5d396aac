using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>
/// Answers the health addresses at an address of their own, with connections of its own, so that whoever watches over the
/// process is answered when others have taken every connection of the dashboard.
/// </summary>
public sealed class HealthListener : IHostedService, IAsyncDisposable
{
    private readonly WebApplication _app;

    /// <summary>Prepares it with the checks of the dashboard.</summary>
    public HealthListener(DashboardOptions options, HealthCheckService checks)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(options.HealthUrl ?? throw new ArgumentException("There is no address for health.", nameof(options)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(checks);
        builder.Services.Configure<KestrelServerOptions>(o => ServerLimits.Apply(o, options));
        _app = builder.Build();
        _app.MapHealth();
    }

    /// <summary>Where it answers, once it is started.</summary>
    public string Address => _app.Urls.First();

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
