using CorridorSim.Grains.Cluster;
using CorridorSim.Runs.Dealing;

namespace CorridorSim.Runs.Tests.Dealing;

public sealed class SlotKeeperTests
{
    private readonly SlotKeeper<string> _keeper = new();

    [Fact]
    public async Task Few_blocks_are_spread_evenly()
    {
        _keeper.Offer("a", 4);
        _keeper.Offer("b", 4);
        _keeper.Offer("c", 4);

        var taken = new List<string>();
        for (var block = 0; block < 6; block++)
        {
            taken.Add(await TakeAsync());
        }

        Assert.Equal([2, 2, 2], taken.CountBy(w => w).Select(c => c.Value));
    }

    [Fact]
    public async Task Slots_in_use_of_equal_workers_differ_by_at_most_one_at_every_block()
    {
        string[] workers = ["a", "b", "c"];
        foreach (var worker in workers)
        {
            _keeper.Offer(worker, 5);
        }

        var taken = new List<string>();
        for (var block = 0; block < 15; block++)
        {
            taken.Add(await TakeAsync());

            var inUse = workers.Select(w => taken.Count(t => t == w)).ToArray();
            Assert.InRange(inUse.Max() - inUse.Min(), 0, 1);
        }
    }

    [Fact]
    public async Task A_worker_that_joins_equals_has_its_fair_share_of_the_blocks_from_then_on()
    {
        var waiting = new Queue<Task<string>>();
        var done = new List<string>();
        _keeper.Offer("a", 1);
        _keeper.Offer("b", 1);
        for (var block = 0; block < 100; block++)
        {
            waiting.Enqueue(TakeAsync());
        }

        // Blocks are begun in order, and workers of one speed end them in that order.
        for (var block = 0; block < 100; block++)
        {
            if (block == 10)
            {
                _keeper.Offer("c", 1);
            }

            var worker = await waiting.Dequeue();
            done.Add(worker);
            _keeper.Return(worker, false);
        }

        var since = done.Skip(10).CountBy(w => w).ToDictionary(c => c.Key, c => c.Value);
        Assert.Equal(3, since.Count);
        Assert.InRange(since.Values.Max() - since.Values.Min(), 0, 1);
        Assert.InRange(done.IndexOf("c"), 10, 12);
    }

    [Fact]
    public async Task A_machine_with_more_slots_gets_more_blocks()
    {
        _keeper.Offer("large", 6);
        _keeper.Offer("small", 2);

        var taken = new List<string>();
        for (var block = 0; block < 8; block++)
        {
            taken.Add(await TakeAsync());
        }

        Assert.Equal((6, 2), (taken.Count(w => w == "large"), taken.Count(w => w == "small")));
    }

    [Fact]
    public async Task Waiting_blocks_go_to_a_worker_that_joins()
    {
        _keeper.Offer("a", 1);
        _ = await TakeAsync();
        var waiting = TakeAsync();
        Assert.False(waiting.IsCompleted);

        _keeper.Offer("b", 1);

        Assert.Equal("b", await waiting);
    }

    [Fact]
    public async Task Equal_workers_share_one_block_after_another_evenly_whenever_they_join()
    {
        var taken = new List<string>();
        _keeper.Offer("a", 1);
        for (var block = 0; block < 30; block++)
        {
            if (block == 10)
            {
                _keeper.Offer("b", 1);
            }

            var worker = await TakeAsync();
            taken.Add(worker);
            _keeper.Return(worker, false);
        }

        Assert.Equal(10, taken.Count(w => w == "b"));
    }

    [Fact]
    public async Task A_closed_worker_gets_nothing_new_and_can_be_opened_again()
    {
        _keeper.Offer("a", 1);
        _keeper.Offer("a", 0);
        var waiting = TakeAsync();
        Assert.False(waiting.IsCompleted);

        _keeper.Offer("a", 1);

        Assert.Equal("a", await waiting);
    }

    [Fact]
    public async Task A_block_that_must_be_alone_waits_for_an_empty_worker_and_keeps_others_off_it()
    {
        _keeper.Offer("a", 2);
        _ = await TakeAsync();
        var alone = _keeper.TakeAsync(true, TestContext.Current.CancellationToken);
        var other = TakeAsync();
        Assert.False(alone.IsCompleted);
        Assert.False(other.IsCompleted);

        _keeper.Return("a", false);
        Assert.Equal("a", await alone);
        Assert.False(other.IsCompleted);

        _keeper.Return("a", true);
        Assert.Equal("a", await other);
    }

    [Fact]
    public async Task A_block_that_is_no_longer_wanted_leaves_the_line()
    {
        using var source = new CancellationTokenSource();
        var waiting = _keeper.TakeAsync(false, source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        var next = TakeAsync();
        _keeper.Offer("a", 1);
        Assert.Equal("a", await next);
    }

    [Fact]
    public async Task When_workers_have_been_gone_for_too_long_nobody_waits_until_one_joins()
    {
        var waiting = TakeAsync();

        _keeper.Desert("all are gone");

        Assert.Equal("all are gone", (await Assert.ThrowsAsync<ClusterException>(() => waiting)).Message);
        _ = await Assert.ThrowsAsync<ClusterException>(TakeAsync);
        _keeper.Offer("a", 1);
        Assert.Equal("a", await TakeAsync());
    }

    [Fact]
    public async Task While_one_worker_is_kept_for_a_block_alone_the_others_go_on()
    {
        _keeper.Offer("a", 2);
        _keeper.Offer("b", 1);
        string[] busy = [await TakeAsync(), await TakeAsync(), await TakeAsync()];
        Assert.Equal(["a", "a", "b"], busy.Order());
        var alone = _keeper.TakeAsync(true, TestContext.Current.CancellationToken);
        var other = TakeAsync();

        _keeper.Return("a", false);
        Assert.False(other.IsCompleted && alone.IsCompleted);
        _keeper.Return("b", false);
        _keeper.Return("a", false);

        Assert.NotEqual(await alone, await other);
    }

    private Task<string> TakeAsync() => _keeper.TakeAsync(false, TestContext.Current.CancellationToken);
}
