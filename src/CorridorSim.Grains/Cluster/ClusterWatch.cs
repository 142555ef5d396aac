using System.Collections.Concurrent;
using System.Diagnostics;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Keeps a connection to each active worker of a cluster: meets those that come, parts with those whose connection breaks or that
/// the membership has no more. Works on with the workers it knows while Redis is away.
/// </summary>
public sealed class ClusterWatch : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ClusterSettings _settings;
    private readonly ISlotBook<WorkerLink> _slots;
    private readonly Members _members;
    private readonly ConcurrentDictionary<Uri, WorkerLink> _links = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;
    private string? _obstacle;

    private ClusterWatch(ClusterSettings settings, ISlotBook<WorkerLink> slots) => (_settings, _slots, _members) = (settings, slots, new Members(settings));

    /// <summary>Waits for a first worker.</summary>
    /// <param name="settings">The cluster.</param>
    /// <param name="slots">Is told what the workers offer.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <exception cref="ClusterException">Redis does not let us in, or no worker can be reached.</exception>
    public static async Task<ClusterWatch> OpenAsync(ClusterSettings settings, ISlotBook<WorkerLink> slots, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(slots);
        await RedisDoor.KnockAsync(settings.Address, cancellation);
        var watch = new ClusterWatch(settings, slots);
        try
        {
            await watch.MeetFirstAsync(cancellation);
        }
        catch
        {
            await watch.DisposeAsync();
            throw;
        }

        watch._watching = Task.Run(watch.WatchAsync, CancellationToken.None);
        return watch;
    }

    /// <summary>Gives a worker that leaves no block any more.</summary>
    public void NoteLeaving(WorkerLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        _slots.Offer(link, 0);
        if (!link.IsLeaving)
        {
            link.IsLeaving = true;
            _settings.Notice($"worker {link.Name} is leaving");
        }
    }

    /// <summary>Gives a worker whose answers cannot be believed no block any more.</summary>
    public void LeaveOut(WorkerLink link, string reason)
    {
        ArgumentNullException.ThrowIfNull(link);
        _slots.Forget(link);
        link.GiveUp();
        _settings.Notice($"worker {link.Name} {reason}; it is left out");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        foreach (var link in _links.Values)
        {
            link.GiveUp();
        }

        await Task.WhenAll(_links.Values.Select(l => l.Life));
        await _members.DisposeAsync();
        _stop.Dispose();
    }

    private async Task MeetFirstAsync(CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var gateways = await ReadAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
            if (_slots.Slots > 0)
            {
                return;
            }

            if (waited.Elapsed > (gateways.Count > 0 ? _settings.ReachingPatience : _settings.OpeningPatience))
            {
                throw await NobodyAsync(gateways.FirstOrDefault());
            }
        }
    }

    private async Task<ClusterException> NobodyAsync(Uri? unreached) => unreached is null && await Members.OtherBuildAsync(_settings) is { } other
        ? new ClusterException($"no worker at {_settings.Address} is of this build, {_settings.Build}; there are or were some of build {other}: use the same build everywhere.")
        : unreached is null ? new ClusterException($"no worker at {_settings.Address}; start one with 'corridorsim silo --cluster {_settings.Address}'.")
        : new ClusterException($"a worker cannot be reached at {unreached.Authority} ({_obstacle ?? "no answer"}); open its port, or give both sides certificates of one authority, or neither.");

    private async Task WatchAsync()
    {
        var lonely = new Stopwatch();
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                _ = await ReadAsync();
                NoteDesertion(lonely);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Whoever used the cluster is done.
        }
    }

    private void NoteDesertion(Stopwatch lonely)
    {
        if (_slots.Slots > 0)
        {
            lonely.Reset();
        }
        else if (!lonely.IsRunning)
        {
            lonely.Start();
            _settings.Notice($"no worker left at {_settings.Address}; waiting up to {_settings.Patience.TotalSeconds:F0} s for one");
        }
        else if (lonely.Elapsed > _settings.Patience)
        {
            _slots.Desert($"all workers at {_settings.Address} have been gone for {_settings.Patience.TotalSeconds:F0} s; start one with 'corridorsim silo --cluster {_settings.Address}'.");
        }
    }

    // The members as the table has them; none while it cannot be read.
    private async Task<IReadOnlyCollection<Uri>> ReadAsync()
    {
        if (await _members.ReadAsync() is not { } gateways)
        {
            return [];
        }

        foreach (var (_, link) in _links.Where(l => !gateways.Contains(l.Key)))
        {
            link.GiveUp();
        }

        foreach (var gateway in gateways.Where(g => !_links.ContainsKey(g)))
        {
            // Beside the watch: one that does not answer must not keep the others waiting.
            var link = _links[gateway] = new WorkerLink(gateway, _settings);
            link.Life = Task.Run(() => KeepAsync(link));
        }

        return gateways;
    }

    private async Task KeepAsync(WorkerLink link)
    {
        try
        {
            await link.OpenAsync();
            _slots.Offer(link, link.Slots);
            _settings.Notice($"worker {link.Name} joined with {link.Slots} slots");
            await using var parting = link.Lost.Register(() => _slots.Forget(link));
            await Task.Delay(Timeout.Infinite, link.Lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!link.IsLeftOut && !_stop.IsCancellationRequested)
            {
                _settings.Notice(link.HasBlocks ? $"worker {link.Name} is lost; its blocks are sent elsewhere" : $"worker {link.Name} left");
            }
        }
        catch (Exception error)
        {
            // Tried again at the next beat, as long as the membership has it.
            _obstacle = error.Message;
        }

        await link.DisposeAsync();
        _ = !link.IsLeftOut && _links.TryRemove(link.Gateway, out _);
    }
}

/// <summary>Who deals out the slots of workers.</summary>
/// <typeparam name="T">What a worker is.</typeparam>
public interface ISlotBook<in T>
{
    /// <summary>Slots of all open workers.</summary>
    int Slots { get; }

    /// <summary>Sets how many slots a worker offers from now on; 0 closes it for new blocks.</summary>
    void Offer(T worker, int slots);

    /// <summary>Forgets a worker.</summary>
    void Forget(T worker);

    /// <summary>Lets nobody wait any more, until a worker offers slots.</summary>
    /// <param name="reason">What those who wait are told.</param>
    void Desert(string reason);
}
