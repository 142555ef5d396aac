using System.Collections.Concurrent;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Grains.Cluster;

/// <summary>
/// Has blocks simulated a second time, elsewhere: the first one of each worker, and after that one in so many, by lot, beside the
/// others. Where two workers differ, this process simulates the block itself. Who was wrong is left out, and what it has given
/// since its last block that was found right is to be simulated again.
/// </summary>
/// <typeparam name="T">What a worker is.</typeparam>
/// <param name="oneIn">One block in so many, at least 1.</param>
/// <param name="ask">Has another worker simulate a block; null when there is no other or it was lost.</param>
/// <param name="leaveOut">Leaves a worker out, with the reason.</param>
internal sealed class CrossChecks<T>(int oneIn, Func<T, string, BlockOrder, Task<(T Worker, BlockReply Reply)?>> ask, Action<T, string> leaveOut)
    where T : class
{
    private readonly ConcurrentDictionary<T, Account> _accounts = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Task>> _underWay = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<LaneRange>> _recalled = new();

    /// <summary>Notes what a worker has given; may begin a check. False when the worker was left out meanwhile.</summary>
    public bool Note(T worker, string run, BlockOrder order, BlockReply reply)
    {
        var account = _accounts.GetOrAdd(worker, _ => new Account());
        bool isFirst;
        lock (account)
        {
            if (account.IsClosed)
            {
                return false;
            }

            isFirst = !account.IsMet;
            account.IsMet = true;
            account.Unchecked.Add((run, order.Lanes));
        }

        if (isFirst || Random.Shared.Next(oneIn) == 0)
        {
            _underWay.GetOrAdd(run, _ => []).Enqueue(Task.Run(() => CheckAsync(worker, run, order, reply)));
        }

        return true;
    }

    /// <summary>Leaves a worker out whose answer cannot be; what it has given before is to be simulated again.</summary>
    public void Condemn(T worker, string reason)
    {
        var account = _accounts.GetOrAdd(worker, _ => new Account());
        lock (account)
        {
            if (account.IsClosed)
            {
                return;
            }

            account.IsClosed = true;
            foreach (var (run, lanes) in account.Unchecked)
            {
                _recalled.GetOrAdd(run, _ => []).Enqueue(lanes);
            }
        }

        leaveOut(worker, FormattableString.Invariant($"{reason}; {account.Unchecked.Count} blocks since its last check are simulated again elsewhere"));
    }

    /// <summary>Waits for the checks of a run; gives the lanes that are to be simulated again, once.</summary>
    public async Task<IReadOnlyList<LaneRange>> RecallAsync(string run, CancellationToken cancellation)
    {
        while (_underWay.TryGetValue(run, out var checks) && checks.TryDequeue(out var check))
        {
            await check.WaitAsync(cancellation);
        }

        _ = _underWay.TryRemove(run, out _);
        return _recalled.TryRemove(run, out var lanes) ? [.. lanes] : [];
    }

    private async Task CheckAsync(T worker, string run, BlockOrder order, BlockReply reply)
    {
        var second = await ask(worker, run, order);
        if (second is { } other && other.Reply.IsSameAs(reply))
        {
            Clear(worker, run, order.Lanes);
            return;
        }

        var own = order.Simulate();
        var what = FormattableString.Invariant($"returned false numbers for lanes {order.First} to {order.First + order.Count - 1}");
        if (reply.IsSameAs(own))
        {
            Clear(worker, run, order.Lanes);
        }
        else
        {
            Condemn(worker, what);
        }

        if (second is { } differing && !differing.Reply.IsSameAs(own))
        {
            Condemn(differing.Worker, what);
        }
    }

    // What came before a block that is right counts as right: whoever returns false numbers does not know which are checked.
    private void Clear(T worker, string run, LaneRange lanes)
    {
        var account = _accounts[worker];
        lock (account)
        {
            account.Unchecked.RemoveRange(0, account.Unchecked.IndexOf((run, lanes)) + 1);
        }
    }

    private sealed class Account
    {
        public bool IsMet { get; set; }

        public bool IsClosed { get; set; }

        public List<(string Run, LaneRange Lanes)> Unchecked { get; } = [];
    }
}
