using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>In order when the folder of scenarios is there.</summary>
internal sealed class ScenarioHealth(DashboardOptions options) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Directory.Exists(options.ScenariosFolder) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
