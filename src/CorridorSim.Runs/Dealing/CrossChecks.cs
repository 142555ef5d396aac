using System.Collections.Concurrent;
using CorridorSim.Grains.Blocks;
using CorridorSim.Grains.Cluster;
using CorridorSim.Grains.Messages;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Runs.Dealing;

/// <summary>
/// Has blocks simulated a second time, elsewhere: the first one of each worker, and after that one in so many, by lot, before they
/// are given out. Where two workers differ, this process simulates the block itself. Who was wrong is left out, and what it has
/// given since its last block that was found right is to be simulated again.
/// </summary>
/// <param name="oneIn">One block in so many, at least 1.</param>
/// <param name="ask">Has another worker simulate a block; null when there is no other or it was lost.</param>
/// <param name="leaveOut">Leaves a worker out, with the reason.</param>
internal sealed class CrossChecks(int oneIn, Func<WorkerLink, string, BlockOrder, Task<(WorkerLink Worker, BlockReply Reply)?>> ask, Action<WorkerLink, string> leaveOut)
{
    private readonly ConcurrentDictionary<WorkerLink, Account> _accounts = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<LaneRange>> _recalled = new();

    /// <summary>Ends when what a worker has given may be given out, after a check where it is due.</summary>
    /// <exception cref="BlockLostException">The worker was left out, now or meanwhile.</exception>
    public async Task PassAsync(WorkerLink worker, string run, BlockOrder order, BlockReply reply)
    {
        if (reply.Fault(order.Experiment.Compile(), order.Lanes) is { } fault)
        {
            Condemn(worker, fault, []);
        }
        else if (Enter(worker, run, order.Lanes) is { } before)
        {
            await CheckAsync(worker, run, order, reply, before);
        }

        if (worker.IsLeftOut)
        {
            throw new BlockLostException($"worker {worker.Name} was left out");
        }
    }

    /// <summary>The lanes of a run that are to be simulated again, once.</summary>
    public IReadOnlyList<LaneRange> Recall(string run) => _recalled.TryRemove(run, out var lanes) ? [.. lanes] : [];

    // What came before a block that is checked depends on it: whoever returns false numbers does not know which are checked.
    private List<(string Run, LaneRange Lanes)>? Enter(WorkerLink worker, string run, LaneRange lanes)
    {
        var account = _accounts.GetOrAdd(worker, _ => new Account());
        lock (account)
        {
            if (account.IsMet && Random.Shared.Next(oneIn) > 0)
            {
                if (!worker.IsLeftOut)
                {
                    account.Unchecked.Add((run, lanes));
                }

                return null;
            }

            (account.IsMet, var before) = (true, account.Unchecked);
            account.Unchecked = [];
            return before;
        }
    }

    private async Task CheckAsync(WorkerLink worker, string run, BlockOrder order, BlockReply reply, List<(string Run, LaneRange Lanes)> before)
    {
        var second = await ask(worker, run, order);
        if (second is { } other && other.Reply.IsSameAs(reply))
        {
            return;
        }

        var own = order.Simulate();
        var what = FormattableString.Invariant($"returned false numbers for lanes {order.First} to {order.First + order.Count - 1}");
        if (!reply.IsSameAs(own))
        {
            Condemn(worker, what, before);
        }

        if (second is { } differing && !differing.Reply.IsSameAs(own))
        {
            Condemn(differing.Worker, what, []);
        }
    }

    private void Condemn(WorkerLink worker, string reason, List<(string Run, LaneRange Lanes)> before)
    {
        var account = _accounts.GetOrAdd(worker, _ => new Account());
        bool isNews;
        lock (account)
        {
            before.AddRange(account.Unchecked);
            account.Unchecked = [];
            (isNews, worker.IsLeftOut) = (!worker.IsLeftOut, true);
        }

        foreach (var (run, lanes) in before)
        {
            _recalled.GetOrAdd(run, _ => []).Enqueue(lanes);
        }

        if (isNews)
        {
            leaveOut(worker, FormattableString.Invariant($"{reason}; {before.Count} blocks since its last check are simulated again elsewhere"));
        }
    }

    private sealed class Account
    {
        public bool IsMet { get; set; }

        public List<(string Run, LaneRange Lanes)> Unchecked { get; set; } = [];
    }
}
