using CorridorSim.Runs.Files;
using CorridorSim.Runs.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CorridorSim.Dashboard.Hosting;

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
