using System.Collections.Concurrent;
using System.Diagnostics;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Watches the workers of a cluster: connects to new ones, asks each for its pulse, closes those that leave, gives up those
/// that are silent and takes them back when they answer again. Works on with the workers it knows while Redis is away.
/// </summary>
internal sealed class ClusterWatch : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PulsePatience = TimeSpan.FromSeconds(2);

    private readonly ClusterSettings _settings;
    private readonly WorkerRegistry _registry;
    private readonly ConcurrentDictionary<string, WatchedWorker> _workers = new();
    private readonly CancellationTokenSource _stop = new();
    private CancellationTokenSource _deserted = new();
    private Task _watching = Task.CompletedTask;
    private bool _redisIsAway;
    private string _lastReason = "no answer";

    private ClusterWatch(ClusterSettings settings, WorkerRegistry registry)
    {
        _settings = settings;
        _registry = registry;
    }

    /// <summary>The slots of the workers.</summary>
    public SlotKeeper<WorkerLink> Slots { get; } = new();

    /// <summary>Cancelled when there has been no worker for too long; another one when there are workers again.</summary>
    public CancellationToken Deserted => Volatile.Read(ref _deserted).Token;

    /// <summary>Connects to Redis and waits for a first worker.</summary>
    public static async Task<ClusterWatch> OpenAsync(ClusterSettings settings, CancellationToken cancellation)
    {
        var watch = new ClusterWatch(settings, await WorkerRegistry.OpenAsync(settings.Address));
        try
        {
            await watch.MeetAsync(cancellation);
        }
        catch
        {
            await watch.DisposeAsync();
            throw;
        }

        watch._watching = Task.Run(watch.WatchAsync, CancellationToken.None);
        return watch;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        await Task.WhenAll(_workers.Values.Select(w => w.Link.DisposeAsync().AsTask()));
        await _registry.DisposeAsync();
        _stop.Dispose();
        _deserted.Dispose();
    }

    /// <summary>Gives a worker no block any more: its answers cannot be believed.</summary>
    public void LeaveOut(WorkerLink link, string reason)
    {
        link.IsLeftOut = true;
        Slots.Forget(link);
        link.GiveUp();
        _settings.Notice($"worker {link.Card.Name} {reason}; it is left out");
    }

    private async Task MeetAsync(CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var cards = await ReadAsync() ?? [];
            await MeetNewAsync(cards, cancellation);
            if (!_workers.IsEmpty)
            {
                return;
            }

            if (waited.Elapsed > _settings.OpeningPatience)
            {
                throw await NobodyAsync(cards);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), cancellation);
        }
    }

    private async Task<ClusterException> NobodyAsync(IReadOnlyList<WorkerCard> cards)
    {
        if (cards.FirstOrDefault(c => c.Build != _settings.Build) is { } other)
        {
            await _registry.LeaveRefusalAsync($"a client on {Environment.MachineName}:{Environment.ProcessId} of build {_settings.Build}");
            return new ClusterException(
                $"the workers at {_settings.Address} are of build {other.Build}, this program is of build {_settings.Build}; use the same build everywhere.");
        }

        return cards.Count == 0
            ? new ClusterException($"no worker at {_settings.Address}; start one with 'corridorsim silo --cluster {_settings.Address}'.")
            : new ClusterException(
                $"worker {cards[0].Name} cannot be reached at {cards[0].Address}:{cards[0].Gateway} ({_lastReason}); open its port, or give both sides the same certificates.");
    }

    private async Task WatchAsync()
    {
        var lonely = new Stopwatch();
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                if (await ReadAsync() is { } cards)
                {
                    await MeetNewAsync(cards, _stop.Token);
                    NoteCards(cards);
                }

                foreach (var worker in _workers.Values.Where(w => w.Asking.IsCompleted))
                {
                    worker.Asking = AskAsync(worker);
                }

                await EndGoneAsync();
                NoteDesertion(lonely);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(_workers.Values.Select(w => w.Asking));
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

    /// <summary>The cards in the registry, or null while Redis is away.</summary>
    private async Task<IReadOnlyList<WorkerCard>?> ReadAsync()
    {
        try
        {
            var cards = await _registry.ReadAsync();
            if (_redisIsAway)
            {
                _redisIsAway = false;
                _settings.Notice($"Redis at {_settings.Address} answers again");
            }

            return cards;
        }
        catch (Exception error) when (WorkerRegistry.IsAway(error))
        {
            if (!_redisIsAway)
            {
                _redisIsAway = true;
                _settings.Notice($"Redis at {_settings.Address} does not answer; going on with the workers at hand");
            }

            return null;
        }
    }

    private async Task MeetNewAsync(IReadOnlyList<WorkerCard> cards, CancellationToken cancellation)
    {
        var strangers = cards.Where(c => c.Build == _settings.Build && !c.IsLeaving && !_workers.ContainsKey(c.Id));
        await Task.WhenAll(strangers.Select(async card =>
        {
            try
            {
                var link = await WorkerLink.OpenAsync(card, _settings, cancellation);
                _workers[card.Id] = new WatchedWorker(link);
                Welcome(link);
                _settings.Notice($"worker {card.Name} joined with {card.Slots} slots");
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // Its card lapses when it is gone; else it is tried again at the next beat.
                _lastReason = error.Message;
            }
        }));
    }

    private void Welcome(WorkerLink link)
    {
        Slots.Offer(link, link.Card.IsLeaving ? 0 : link.Card.Slots);
        var deserted = Volatile.Read(ref _deserted);
        if (!link.Card.IsLeaving && deserted.IsCancellationRequested)
        {
            // Of two workers that come at once the first makes the new one: nobody may wait on one that was replaced.
            _ = Interlocked.CompareExchange(ref _deserted, new CancellationTokenSource(), deserted);
        }
    }

    private void NoteCards(IReadOnlyList<WorkerCard> cards)
    {
        var byId = cards.ToDictionary(c => c.Id);
        foreach (var (id, worker) in _workers)
        {
            worker.HasCard = byId.TryGetValue(id, out var card);
            if (card is { IsLeaving: true } && !worker.Link.Card.IsLeaving)
            {
                worker.Link.Card = card;
                Slots.Offer(worker.Link, 0);
                _settings.Notice($"worker {card.Name} is leaving");
            }
        }
    }

    private async Task AskAsync(WatchedWorker worker)
    {
        var link = worker.Link;
        var pulse = await link.FeelAsync(PulsePatience, _stop.Token);
        if (_stop.IsCancellationRequested || link.IsLeftOut)
        {
            return;
        }

        if (worker.Note(pulse, _settings.Silence) && !link.IsLost)
        {
            Slots.Offer(link, 0);
            link.GiveUp();
            _settings.Notice(link.Card.IsLeaving ? $"worker {link.Card.Name} left" : $"worker {link.Card.Name} is lost; its blocks are sent elsewhere");
        }
        else if (pulse == Pulse.Felt && link.IsLost)
        {
            link.Restore();
            Welcome(link);
            _settings.Notice($"worker {link.Card.Name} answers again");
        }
    }

    /// <summary>Ends the links to workers that are lost and whose card has lapsed: they will not come back under that name.</summary>
    private async Task EndGoneAsync()
    {
        foreach (var (id, worker) in _workers.Where(w => w.Value.Link.IsLost && !w.Value.HasCard && w.Value.Asking.IsCompleted))
        {
            if (_workers.TryRemove(id, out _))
            {
                Slots.Forget(worker.Link);
                await worker.Link.DisposeAsync();
            }
        }
    }
}
