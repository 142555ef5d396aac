using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;

namespace CorridorSim.Runs.Dealing;

/// <summary>Opens what simulates blocks: the one place where hosts choose between the silo of their process and a cluster.</summary>
public static class BlockEngine
{
    /// <summary>Starts a silo inside this process: no server, no configuration.</summary>
    /// <param name="cancellation">Stops the start.</param>
    public static Task<IBlockEngine> OpenAsync(CancellationToken cancellation = default) => OpenAsync(null, cancellation);

    /// <summary>Connects to a cluster, or without one starts a silo inside this process.</summary>
    /// <param name="cluster">The cluster, or null.</param>
    /// <param name="cancellation">Stops the start.</param>
    /// <exception cref="ClusterException">The cluster cannot be used.</exception>
    public static async Task<IBlockEngine> OpenAsync(ClusterSettings? cluster, CancellationToken cancellation = default) =>
        cluster is null ? await EmbeddedSilo.StartAsync(cancellation) : await ClusterEngine.OpenAsync(cluster, cancellation);
}
