using System.Diagnostics;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// A worker of a cluster: a silo that simulates the blocks it is sent, a member like any other in Orleans' table. It has no state.
/// When it is no member any more, it joins again by itself.
/// </summary>
public sealed class Worker : IAsyncDisposable
{
    private readonly ClusterSettings _settings;
    private readonly WorkerOptions _options;
    private WorkerSilo? _silo;
    private bool _isLeaving;

    private Worker(ClusterSettings settings, WorkerOptions options) => (_settings, _options) = (settings, options);

    /// <summary>True while blocks are welcome: joined, Redis answers, not leaving.</summary>
    public bool IsReady => _silo is { Table.IsAway: false } && !_isLeaving;

    /// <summary>Where clients reach it.</summary>
    public string Gateway { get; private set; } = string.Empty;

    /// <summary>Joins a cluster.</summary>
    /// <exception cref="ClusterException">Redis does not let it in, it may not listen where it is, or it cannot join.</exception>
    public static async Task<Worker> StartAsync(ClusterSettings settings, WorkerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(options);
        await RedisDoor.KnockAsync(settings.Address, cancellation);
        if (await Members.OtherBuildAsync(settings) is { } other)
        {
            settings.Notice($"there are or were workers of another build, {other}, at {settings.Address}; each build is a cluster of its own, this one is {settings.Build}");
        }

        var worker = new Worker(settings, options);
        await worker.JoinAsync(cancellation);
        return worker;
    }

    /// <summary>Works until told to stop, then finishes the blocks at hand and leaves.</summary>
    /// <exception cref="ClusterException">It is no member any more and cannot join again.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                _settings.Notice($"{await _silo!.Table.Gone.WaitAsync(stop)}; joining again");

                // A silo that is no member any more cannot end its blocks: who asked for them sends them elsewhere.
                await LeaveAsync(TimeSpan.Zero);
                await JoinAsync(stop);
                _settings.Notice($"joined {_settings.Address} again at {Gateway}");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            _isLeaving = true;
            await LeaveAsync(_options.Farewell);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await LeaveAsync(TimeSpan.Zero);

    private async Task JoinAsync(CancellationToken cancellation)
    {
        _silo = await WorkerSilo.StartAsync(_settings, _options, cancellation);
        Gateway = _silo.Gateway.ToString();
    }

    private async Task LeaveAsync(TimeSpan farewell)
    {
        if (_silo is not { } silo)
        {
            return;
        }

        silo.Blocks.Close();
        var waited = Stopwatch.StartNew();
        while (silo.Blocks.Count > 0 && waited.Elapsed < farewell)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        _silo = null;
        await silo.DisposeAsync();
    }
}
