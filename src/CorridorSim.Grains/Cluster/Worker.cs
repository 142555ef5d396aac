using System.Diagnostics;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// A worker of a cluster: a silo that simulates the blocks it is sent, and says in the registry that it is there. It has no
/// state. When Redis has lost its data, the worker joins again by itself.
/// </summary>
public sealed class Worker : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    // After a restart of Redis the table of members may be read late, or for a moment hold what its writers still knew.
    private const int BeatsOfDoubt = 15;

    private readonly ClusterSettings _settings;
    private readonly WorkerOptions _options;
    private readonly WorkerRegistry _registry;
    private WorkerHost? _host;
    private WorkerCard _card;
    private bool _redisIsAway;
    private int _beatsOfDoubt;

    private Worker(ClusterSettings settings, WorkerOptions options, WorkerRegistry registry)
    {
        (_settings, _options, _registry) = (settings, options, registry);
        _card = new WorkerCard(string.Empty, settings.Build, Environment.MachineName, Environment.ProcessId, string.Empty, 0, options.Slots);
    }

    /// <summary>True while blocks are welcome: joined, Redis answers, not leaving.</summary>
    public bool IsReady => _host is not null && !_redisIsAway && !_card.IsLeaving;

    /// <summary>Blocks at work.</summary>
    public int Busy => _host?.Blocks.Count ?? 0;

    /// <summary>Where clients reach it.</summary>
    public string Gateway => $"{_card.Address}:{_card.Gateway}";

    /// <summary>Joins a cluster.</summary>
    /// <exception cref="ClusterException">Redis does not answer, or the cluster is of another build.</exception>
    public static async Task<Worker> StartAsync(ClusterSettings settings, WorkerOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(options);
        var worker = new Worker(settings, options, await WorkerRegistry.OpenAsync(settings.Address));
        try
        {
            await worker.DemandSameBuildAsync();
            await worker.JoinAsync(cancellation);
            return worker;
        }
        catch (Exception error)
        {
            await worker.DisposeAsync();
            throw WorkerRegistry.IsAway(error) ? new ClusterException($"Redis at {settings.Address} stopped answering; start the worker again when it is back.", error) : error;
        }
    }

    /// <summary>Works until told to stop, then finishes the blocks at hand and leaves.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                if (await ReasonToJoinAgainAsync() is { } reason)
                {
                    _settings.Notice($"{reason}; joining again");

                    // A silo that is no member any more cannot end its blocks: who asked for them sends them elsewhere.
                    await LeaveAsync(TimeSpan.Zero);
                    await JoinAsync(stop);
                    _settings.Notice($"joined {_settings.Address} again at {Gateway}");
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await LeaveAsync(_options.Farewell);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await LeaveAsync(TimeSpan.Zero);
        await _registry.DisposeAsync();
    }

    private async Task DemandSameBuildAsync()
    {
        if ((await _registry.ReadAsync()).FirstOrDefault(c => c.Build != _settings.Build) is { } other)
        {
            await _registry.LeaveRefusalAsync($"worker {_card.Name} of build {_settings.Build}");
            throw new ClusterException(
                $"the cluster at {_settings.Address} is of build {other.Build}, this worker is of build {_settings.Build}; use the same build everywhere, or another database such as {_settings.Address with { Database = _settings.Address.Database + 1 }}.");
        }
    }

    private async Task JoinAsync(CancellationToken cancellation)
    {
        _host = await WorkerHost.StartAsync(_settings, _options, cancellation);
        _beatsOfDoubt = 0;
        _card = _card with
        {
            Id = Guid.NewGuid().ToString("N"),
            Address = _host.Gateway.Address.ToString(),
            Gateway = _host.Gateway.Port,
            IsLeaving = false,
        };
        _ = await _registry.WriteAsync(_card);
    }

    /// <summary>Renews the card; says why when the silo is no member any more.</summary>
    private async Task<string?> ReasonToJoinAgainAsync()
    {
        if (_host!.IsCondemned)
        {
            return "the other workers took this one for dead, as after a long pause";
        }

        try
        {
            var had = await _registry.WriteAsync(_card);
            _beatsOfDoubt = had ? Math.Max(0, _beatsOfDoubt - 1) : BeatsOfDoubt;
            if (_redisIsAway)
            {
                _redisIsAway = false;
                _settings.Notice($"Redis at {_settings.Address} answers again");
            }

            foreach (var refusal in await _registry.TakeRefusalsAsync())
            {
                _settings.Notice($"refused {refusal}; this cluster is of build {_settings.Build}");
            }

            return _beatsOfDoubt > 0 && await _host.IsForgottenAsync() ? $"Redis at {_settings.Address} has lost the cluster" : null;
        }
        catch (Exception error) when (WorkerRegistry.IsAway(error))
        {
            _beatsOfDoubt = BeatsOfDoubt;
            if (!_redisIsAway)
            {
                _redisIsAway = true;
                _settings.Notice($"Redis at {_settings.Address} does not answer; going on with the blocks at hand");
            }

            return null;
        }
    }

    private async Task LeaveAsync(TimeSpan farewell)
    {
        if (_host is not { } host)
        {
            return;
        }

        _card = _card with { IsLeaving = true };
        await TellAsync(() => _registry.WriteAsync(_card));
        if (farewell > TimeSpan.Zero)
        {
            // Those who use the cluster read the cards once a beat: until then a block may still come.
            await Task.Delay(1.5 * Beat);
        }

        var waited = Stopwatch.StartNew();
        while (host.Blocks.Count > 0 && waited.Elapsed < farewell)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        _host = null;
        await host.DisposeAsync();
        await TellAsync(() => _registry.RemoveAsync(_card));
    }

    private static async Task TellAsync(Func<Task> tell)
    {
        try
        {
            await tell();
        }
        catch (Exception error) when (WorkerRegistry.IsAway(error))
        {
            // Nobody to tell: the card lapses by itself.
        }
    }
}
