using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>
/// Tells whoever watches over the process whether it lives and whether it can take work. It needs no key, and names parts only,
/// never paths, versions or reasons.
/// </summary>
public static class Health
{
    /// <summary>Answers 200 as long as the process answers at all.</summary>
    public const string Live = "/health/live";

    /// <summary>Answers 200 when every part is in order, else 503.</summary>
    public const string Ready = "/health/ready";

    /// <summary>Maps both addresses.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Live, new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        routes.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    internal static IServiceCollection AddHealth(this IServiceCollection services, DashboardOptions options)
    {
        var checks = services.AddHealthChecks().AddCheck<StoreHealth>("run store").AddCheck<ScenarioHealth>("scenarios");
        _ = options.Cluster is null ? checks : checks.AddCheck<ClusterHealth>("workers of the cluster");
        return options.HealthUrl is null ? services : services.AddSingleton<HealthListener>().AddHostedService(p => p.GetRequiredService<HealthListener>());
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new { status = Word(report.Status), parts = report.Entries.ToDictionary(e => e.Key, e => Word(e.Value.Status)) },
        context.RequestAborted);

    private static string Word(HealthStatus status) => status == HealthStatus.Healthy ? "ok" : "not ready";
}

/// <summary>In order when a worker of the cluster is connected. While there is none, each question has the connection tried again.</summary>
internal sealed class ClusterHealth(EngineRoom engines) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(engines.IsReachable ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

/// <summary>In order when the folder of scenarios is there.</summary>
internal sealed class ScenarioHealth(DashboardOptions options) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Directory.Exists(options.ScenariosFolder) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}

/// <summary>In order when the run store can be written.</summary>
internal sealed class StoreHealth(RunStore store) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            store.DemandWritable();
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (RunStoreException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy());
        }
    }
}
