namespace CorridorSim.Grains.Hosting;

/// <summary>Opens what simulates blocks: the one place where hosts choose between the silo of their process and a cluster.</summary>
public static class BlockEngine
{
    /// <summary>Starts a silo inside this process: no server, no configuration.</summary>
    /// <param name="cancellation">Stops the start.</param>
    public static async Task<IBlockEngine> OpenAsync(CancellationToken cancellation = default) =>
        await EmbeddedSilo.StartAsync(cancellation);
}
