using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Hosting;
using CorridorSim.Runs.Dealing;

namespace CorridorSim.Dashboard.Simulation;

/// <summary>The one engine of this process, or its one connection to a cluster: opened when the first simulation is asked for, closed at the end.</summary>
public sealed class EngineRoom(DashboardOptions options) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private Task<IBlockEngine>? _engine;
    private string? _toldObstacle;

    /// <summary>The engine, running. Where a cluster could not be reached, the next who asks tries again.</summary>
    /// <param name="cancellation">Stops the wait; the engine is opened all the same.</param>
    public Task<IBlockEngine> OpenAsync(CancellationToken cancellation) => Opening().WaitAsync(cancellation);

    /// <summary>True when there is no cluster to reach, or one of its workers is connected; a connection that is not open yet is begun.</summary>
    public bool IsReachable => options.Cluster is null || (Opening() is { IsCompletedSuccessfully: true } open && open.Result.IsReachable);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        if (_engine is { } opening)
        {
            await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (opening.IsCompletedSuccessfully)
            {
                await opening.Result.DisposeAsync();
            }
        }

        _closing.Dispose();
    }

    private Task<IBlockEngine> Opening()
    {
        lock (_lock)
        {
            return _engine is null or { IsFaulted: true } ? _engine = OpenOnceAsync() : _engine;
        }
    }

    private async Task<IBlockEngine> OpenOnceAsync()
    {
        try
        {
            var engine = await BlockEngine.OpenAsync(options.Cluster, _closing.Token);
            _toldObstacle = null;
            return engine;
        }
        catch (ClusterException error) when (options.Cluster is { } cluster)
        {
            // Whoever watches over the process asks every few seconds: the same reason is told once.
            if (error.Message != _toldObstacle)
            {
                _toldObstacle = error.Message;
                cluster.Notice(error.Message);
            }

            throw;
        }
    }
}
