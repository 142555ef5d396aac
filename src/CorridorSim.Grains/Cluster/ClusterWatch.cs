using System.Collections.Concurrent;
using System.Diagnostics;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Keeps a connection to each active worker of a cluster: meets those that come, parts with those whose connection breaks or that
/// the membership has no more. Works on with the workers it knows while Redis is away.
/// </summary>
internal sealed class ClusterWatch : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ClusterSettings _settings;
    private readonly Members _members;
    private readonly ConcurrentDictionary<Uri, WorkerLink> _links = new();
    private readonly ConcurrentDictionary<Uri, Task> _meeting = new();
    private readonly CancellationTokenSource _stop = new();
    private CancellationTokenSource _deserted = new();
    private Task _watching = Task.CompletedTask;
    private string? _obstacle;

    private ClusterWatch(ClusterSettings settings)
    {
        _settings = settings;
        _members = new Members(settings);
    }

    /// <summary>The slots of the workers.</summary>
    public SlotKeeper<WorkerLink> Slots { get; } = new();

    /// <summary>Cancelled when there has been no worker for too long; another one when there are workers again.</summary>
    public CancellationToken Deserted => Volatile.Read(ref _deserted).Token;

    /// <summary>Waits for a first worker.</summary>
    /// <exception cref="ClusterException">Redis does not let us in, or no worker can be reached.</exception>
    public static async Task<ClusterWatch> OpenAsync(ClusterSettings settings, CancellationToken cancellation)
    {
        await RedisDoor.KnockAsync(settings.Address, cancellation);
        var watch = new ClusterWatch(settings);
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
        Slots.Offer(link, 0);
        if (!link.IsLeaving)
        {
            link.IsLeaving = true;
            _settings.Notice($"worker {link.Name} is leaving");
        }
    }

    /// <summary>Gives a worker whose answers cannot be believed no block any more.</summary>
    public void LeaveOut(WorkerLink link, string reason)
    {
        link.IsLeftOut = true;
        Slots.Forget(link);
        link.GiveUp();
        _settings.Notice($"worker {link.Name} {reason}; it is left out");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        await Task.WhenAll(_meeting.Values);
        await Task.WhenAll(_links.Values.Select(l => l.DisposeAsync().AsTask()));
        await _members.DisposeAsync();
        _stop.Dispose();
        _deserted.Dispose();
    }

    private async Task MeetFirstAsync(CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var gateways = await _members.ReadAsync();
            Meet(gateways ?? []);
            var patience = gateways is { Count: > 0 } ? _settings.ReachingPatience : _settings.OpeningPatience;
            if (_links.IsEmpty && waited.Elapsed > patience)
            {
                await Task.WhenAll(_meeting.Values);
            }

            if (!_links.IsEmpty)
            {
                return;
            }

            if (waited.Elapsed > patience)
            {
                throw await NobodyAsync(gateways?.FirstOrDefault());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
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
                var gateways = await _members.ReadAsync();
                await PartAsync(gateways);
                Meet(gateways ?? []);
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
        if (Slots.Slots > 0)
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
            _deserted.Cancel();
        }
    }

    // Beside the watch: one that does not answer must not keep the others waiting.
    private void Meet(IReadOnlyCollection<Uri> gateways)
    {
        foreach (var gateway in gateways.Where(g => !_links.ContainsKey(g) && !_meeting.ContainsKey(g)))
        {
            _meeting[gateway] = Task.Run(() => MeetAsync(gateway), CancellationToken.None);
        }
    }

    private async Task MeetAsync(Uri gateway)
    {
        try
        {
            var link = await WorkerLink.OpenAsync(gateway, _settings, _stop.Token);
            _links[gateway] = link;
            Welcome(link);
            _settings.Notice($"worker {link.Name} joined with {link.Slots} slots");
        }
        catch (Exception error) when (!_stop.IsCancellationRequested)
        {
            // Tried again at the next beat, as long as the membership has it.
            _obstacle = error.Message;
        }
        catch (OperationCanceledException)
        {
            // Nobody wants it any more.
        }
        finally
        {
            _ = _meeting.TryRemove(gateway, out _);
        }
    }

    private void Welcome(WorkerLink link)
    {
        Slots.Offer(link, link.Slots);
        _ = link.Lost.Register(() => Slots.Offer(link, 0));
        var deserted = Volatile.Read(ref _deserted);
        if (deserted.IsCancellationRequested)
        {
            // Of two workers that come at once the first makes the new one: nobody may wait on one that was replaced.
            _ = Interlocked.CompareExchange(ref _deserted, new CancellationTokenSource(), deserted);
        }
    }

    private async Task PartAsync(IReadOnlyCollection<Uri>? members)
    {
        foreach (var (gateway, link) in _links)
        {
            var isMember = members?.Contains(gateway) ?? true;
            if (isMember && (link.IsLeftOut || !link.Lost.IsCancellationRequested))
            {
                continue;
            }

            _ = _links.TryRemove(gateway, out _);
            link.GiveUp();
            Slots.Forget(link);
            if (!link.IsLeftOut)
            {
                _settings.Notice(link.HasBlocks ? $"worker {link.Name} is lost; its blocks are sent elsewhere" : $"worker {link.Name} left");
            }

            await link.DisposeAsync();
        }
    }
}
