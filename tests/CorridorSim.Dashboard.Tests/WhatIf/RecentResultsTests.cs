using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Running;

namespace CorridorSim.Dashboard.Tests.WhatIf;

public sealed class RecentResultsTests : IDisposable
{
    private readonly Kept _kept = new(2);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asks_while_it_is_made_waits_for_it_instead_of_making_it_again()
    {
        var results = new RecentResults(_kept);
        var made = new TaskCompletionSource<ExperimentResult>();
        var first = results.GetAsync("a", _ => made.Task, Token);
        var second = results.GetAsync("a", _ => throw new InvalidOperationException("made twice"), Token);

        made.SetResult(Result());

        Assert.Same(await first, await second);
        Assert.Equal(1, _kept.Count);
    }

    [Fact]
    public async Task One_who_leaves_does_not_take_it_from_the_other()
    {
        var results = new RecentResults(_kept);
        var made = new TaskCompletionSource<ExperimentResult>();
        using var patience = new CancellationTokenSource();
        var first = results.GetAsync("a", abandoned => made.Task.WaitAsync(abandoned), patience.Token);
        var second = results.GetAsync("a", abandoned => made.Task.WaitAsync(abandoned), Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        made.SetResult(Result());

        Assert.Same(await made.Task, await second);
    }

    [Fact]
    public async Task What_nobody_waits_for_is_given_up_and_made_again_when_asked_for()
    {
        var results = new RecentResults(_kept);
        var givenUp = new TaskCompletionSource();
        using var patience = new CancellationTokenSource();
        var first = results.GetAsync(
            "a",
            async abandoned =>
            {
                try
                {
                    return await new TaskCompletionSource<ExperimentResult>().Task.WaitAsync(abandoned);
                }
                finally
                {
                    givenUp.SetResult();
                }
            },
            patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await givenUp.Task.WaitAsync(Token);
        var again = Result();

        Assert.Same(again, await results.GetAsync("a", _ => Task.FromResult(again), Token));
    }

    [Fact]
    public async Task No_more_are_kept_than_agreed_and_those_used_last_stay()
    {
        var results = new RecentResults(_kept);
        var kept = Result();
        await results.GetAsync("a", _ => Task.FromResult(kept), Token);
        await results.GetAsync("b", _ => Task.FromResult(Result()), Token);
        await results.GetAsync("a", _ => throw new InvalidOperationException("made twice"), Token);
        await results.GetAsync("c", _ => Task.FromResult(Result()), Token);

        Assert.Equal(2, _kept.Count);
        Assert.Same(kept, await results.GetAsync("a", _ => throw new InvalidOperationException("made twice"), Token));
    }

    /// <inheritdoc/>
    public void Dispose() => _kept.Dispose();

    private static ExperimentResult Result() => new() { Plan = null!, Blocks = [], Elapsed = TimeSpan.Zero };
}
