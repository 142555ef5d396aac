using CorridorSim.Grains.Cluster;

namespace CorridorSim.Runs.Dealing;

/// <summary>
/// Deals the slots of workers out to blocks: the worker with the smallest share of its slots in use first, then the one that
/// has had fewest blocks. Blocks wait in order. A block that asks to be alone gets a worker without any other block.
/// </summary>
/// <typeparam name="T">What a worker is.</typeparam>
internal sealed class SlotKeeper<T> : ISlotBook<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<T, Bench> _benches = [];
    private readonly Queue<TaskCompletionSource<T>> _line = [];
    private readonly Queue<TaskCompletionSource<T>> _lineOfThoseAlone = [];
    private string? _desertion;

    /// <inheritdoc/>
    public int Slots
    {
        get
        {
            lock (_lock)
            {
                return _benches.Values.Sum(b => b.Slots);
            }
        }
    }

    /// <inheritdoc/>
    public void Offer(T worker, int slots)
    {
        lock (_lock)
        {
            if (!_benches.TryGetValue(worker, out var bench))
            {
                // A newcomer counts as having had as many blocks as the others, or it would get every next block.
                _benches.Add(worker, bench = new Bench(worker) { Dealt = _benches.Values.Select(b => b.Dealt).DefaultIfEmpty().Max() });
            }

            bench.Slots = slots;
            _desertion = slots > 0 ? null : _desertion;
            Deal();
        }
    }

    /// <inheritdoc/>
    public void Forget(T worker)
    {
        lock (_lock)
        {
            _ = _benches.Remove(worker);
        }
    }

    /// <inheritdoc/>
    public void Desert(string reason)
    {
        lock (_lock)
        {
            _desertion = reason;
            foreach (var waiting in _line.Concat(_lineOfThoseAlone))
            {
                _ = waiting.TrySetException(new ClusterException(reason));
            }
        }
    }

    /// <summary>Waits for a slot.</summary>
    /// <param name="alone">True when no other block may be on the worker.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <exception cref="ClusterException">There has been no worker for too long.</exception>
    public async Task<T> TakeAsync(bool alone, CancellationToken cancellation)
    {
        var granted = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var stop = cancellation.Register(() => granted.TrySetCanceled(cancellation));
        lock (_lock)
        {
            if (_desertion is { } reason)
            {
                throw new ClusterException(reason);
            }

            (alone ? _lineOfThoseAlone : _line).Enqueue(granted);
            Deal();
        }

        return await granted.Task;
    }

    /// <summary>Takes the least busy worker but one, beyond its slots if need be; null when there is no other.</summary>
    public T? TakeOther(T worker)
    {
        lock (_lock)
        {
            var other = Open().Where(b => b.Worker != worker).MinBy(b => b.Load);
            other?.Busy += 1;
            return other?.Worker;
        }
    }

    /// <summary>Gives a slot back.</summary>
    public void Return(T worker, bool alone)
    {
        lock (_lock)
        {
            if (_benches.TryGetValue(worker, out var bench))
            {
                bench.Busy--;
                bench.IsTaken = bench.IsTaken && !alone;
                Deal();
            }
        }
    }

    private static bool IsWanted(Queue<TaskCompletionSource<T>> line)
    {
        while (line.TryPeek(out var first) && first.Task.IsCompleted)
        {
            _ = line.Dequeue();
        }

        return line.Count > 0;
    }

    private static void Grant(Queue<TaskCompletionSource<T>> line, Bench bench, bool alone)
    {
        if (line.Dequeue().TrySetResult(bench.Worker))
        {
            bench.Busy++;
            bench.Dealt++;
            bench.IsTaken = alone;
        }
    }

    private IEnumerable<Bench> Open() => _benches.Values.Where(b => b.Slots > 0 && !b.IsTaken);

    private void Deal()
    {
        while (true)
        {
            // The quietest worker is kept free for a block that must be alone, until it is empty.
            var kept = IsWanted(_lineOfThoseAlone) ? Open().MinBy(b => b.Busy) : null;
            if (kept is { Busy: 0 })
            {
                Grant(_lineOfThoseAlone, kept, alone: true);
            }
            else if (IsWanted(_line) && Open().Where(b => b != kept && b.Busy < b.Slots).OrderBy(b => b.Load).ThenBy(b => b.Dealt).FirstOrDefault() is { } next)
            {
                Grant(_line, next, alone: false);
            }
            else
            {
                return;
            }
        }
    }

    private sealed class Bench(T worker)
    {
        public T Worker { get; } = worker;

        public int Slots { get; set; }

        public int Busy { get; set; }

        public long Dealt { get; set; }

        public bool IsTaken { get; set; }

        public double Load => (double)Busy / Slots;
    }
}
