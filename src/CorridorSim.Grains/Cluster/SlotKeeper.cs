namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Deals the slots of workers out to blocks: the worker with the smallest share of its slots in use first, then the one that
/// has had fewest blocks. Blocks wait in order. A block that asks to be alone gets a worker without any other block.
/// </summary>
/// <typeparam name="T">What a worker is.</typeparam>
internal sealed class SlotKeeper<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<T, Bench> _benches = [];
    private readonly LinkedList<Request> _waiting = [];

    /// <summary>Blocks that wait for a slot.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Slots of all open workers.</summary>
    public int Slots
    {
        get
        {
            lock (_lock)
            {
                return _benches.Values.Where(b => b.Slots > 0).Sum(b => b.Slots);
            }
        }
    }

    /// <summary>Sets how many slots a worker offers from now on; 0 closes it for new blocks.</summary>
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
            Deal();
        }
    }

    /// <summary>Forgets a worker.</summary>
    public void Forget(T worker)
    {
        lock (_lock)
        {
            _ = _benches.Remove(worker);
            Deal();
        }
    }

    /// <summary>Waits for a slot.</summary>
    /// <param name="alone">True when no other block may be on the worker.</param>
    /// <param name="cancellation">Stops the wait.</param>
    public async Task<T> TakeAsync(bool alone, CancellationToken cancellation)
    {
        var request = new Request(alone);
        LinkedListNode<Request> place;
        lock (_lock)
        {
            // Who must be alone waits longest for a worker to become empty: it goes first.
            place = alone ? _waiting.AddFirst(request) : _waiting.AddLast(request);
            Deal();
        }

        await using var stop = cancellation.Register(() =>
        {
            lock (_lock)
            {
                if (request.Granted.TrySetCanceled(cancellation))
                {
                    _waiting.Remove(place);
                    Deal();
                }
            }
        });
        return await request.Granted.Task;
    }

    /// <summary>Takes the least busy worker but one, beyond its slots if need be; null when there is no other.</summary>
    public T? TakeOther(T worker)
    {
        lock (_lock)
        {
            var other = _benches.Values.Where(b => b.Slots > 0 && !b.IsTaken && b.Worker != worker).MinBy(b => b.Load);
            if (other is null)
            {
                return null;
            }

            other.Busy++;
            return other.Worker;
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

    private void Deal()
    {
        var kept = new HashSet<Bench>();
        for (var place = _waiting.First; place is not null;)
        {
            var next = place.Next;
            var request = place.Value;
            if (BenchFor(request, kept) is { } bench)
            {
                bench.Busy++;
                bench.Dealt++;
                bench.IsTaken = request.Alone;
                _waiting.Remove(place);
                request.Granted.SetResult(bench.Worker);
            }
            else if (!request.Alone)
            {
                return;
            }

            place = next;
        }
    }

    // The worker with the fewest blocks is kept free for a block that must be alone, until it is empty.
    private Bench? BenchFor(Request request, HashSet<Bench> kept)
    {
        var open = _benches.Values.Where(b => b.Slots > 0 && !b.IsTaken && !kept.Contains(b)).OrderBy(b => b.Load).ThenBy(b => b.Dealt);
        if (!request.Alone)
        {
            return open.FirstOrDefault(b => b.Busy < b.Slots);
        }

        if (open.OrderBy(b => b.Busy).FirstOrDefault() is not { } quietest)
        {
            return null;
        }

        _ = kept.Add(quietest);
        return quietest.Busy == 0 ? quietest : null;
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

    private sealed class Request(bool alone)
    {
        public bool Alone { get; } = alone;

        public TaskCompletionSource<T> Granted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
