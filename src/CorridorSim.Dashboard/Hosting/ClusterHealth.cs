using CorridorSim.Dashboard.Simulation;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>In order when a worker of the cluster is connected. While there is none, each question has the connection tried again.</summary>
internal sealed class ClusterHealth(EngineRoom engines) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(engines.IsReachable ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
