using CorridorSim.Runs.Folders;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CorridorSim.Dashboard.Hosting;

/// <summary>In order when a file can be written into the run store.</summary>
internal sealed class StoreHealth(RunStore store) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // The leading dot keeps it out of the list of runs.
        var trial = Path.Combine(store.Folder, $".health-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(store.Folder);
            await File.WriteAllBytesAsync(trial, new byte[1], cancellationToken);
            File.Delete(trial);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
