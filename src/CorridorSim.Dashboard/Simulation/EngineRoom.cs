using CorridorSim.Dashboard.Hosting;
using CorridorSim.Grains.Hosting;

namespace CorridorSim.Dashboard.Simulation;

/// <summary>The one engine of this process, or its one connection to a cluster: opened when the first simulation is asked for, closed at the end.</summary>
public sealed class EngineRoom(DashboardOptions options) : IAsyncDisposable
{
    private readonly Lazy<Task<IBlockEngine>> _engine = new(() => BlockEngine.OpenAsync(options.Cluster));

    /// <summary>The engine, running.</summary>
    public Task<IBlockEngine> OpenAsync() => _engine.Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_engine.IsValueCreated && !_engine.Value.IsFaulted)
        {
            await (await _engine.Value).DisposeAsync();
        }
    }
}
