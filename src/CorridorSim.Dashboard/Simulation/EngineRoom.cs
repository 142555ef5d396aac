using CorridorSim.Dashboard.Hosting;
using CorridorSim.Grains.Hosting;

namespace CorridorSim.Dashboard.Simulation;

/// <summary>The one engine of this process, or its one connection to a cluster: opened when the first simulation is asked for, closed at the end.</summary>
public sealed class EngineRoom(DashboardOptions options) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private Task<IBlockEngine>? _engine;

    /// <summary>The engine, running. Where a cluster could not be reached, the next who asks tries again.</summary>
    public Task<IBlockEngine> OpenAsync()
    {
        lock (_lock)
        {
            return _engine is null or { IsFaulted: true } ? _engine = BlockEngine.OpenAsync(options.Cluster) : _engine;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_engine is { IsFaulted: false } engine)
        {
            await (await engine).DisposeAsync();
        }
    }
}
