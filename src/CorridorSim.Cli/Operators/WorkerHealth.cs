using CorridorSim.Grains.Cluster;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CorridorSim.Cli.Operators;

/// <summary>In order while blocks are welcome: joined, Redis answers, not leaving.</summary>
internal sealed class WorkerHealth(Worker worker) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(worker.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
