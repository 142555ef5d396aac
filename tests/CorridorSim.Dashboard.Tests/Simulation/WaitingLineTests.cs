using CorridorSim.Dashboard.Jobs;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Simulation;

namespace CorridorSim.Dashboard.Tests.Simulation;

public sealed class WaitingLineTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_wait_are_let_in_one_by_one_in_order_of_coming()
    {
        using var line = new WaitingLine(1, 2);
        var first = await line.EnterAsync(Token);
        var (second, third) = (line.EnterAsync(Token), line.EnterAsync(Token));
        Assert.False(second.IsCompleted || third.IsCompleted);

        first.Dispose();
        var place = await second;
        Assert.False(third.IsCompleted);

        place.Dispose();
        await third;
    }

    [Fact]
    public async Task Who_would_make_the_line_too_long_is_sent_away_until_somebody_leaves_it()
    {
        using var line = new WaitingLine(1, 1);
        using var patience = new CancellationTokenSource();
        var first = await line.EnterAsync(Token);
        var second = line.EnterAsync(patience.Token);
        await Assert.ThrowsAsync<JobsFullException>(() => line.EnterAsync(Token));

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = line.EnterAsync(Token);

        first.Dispose();
        await third;
    }

    [Fact]
    public async Task A_place_left_twice_is_one_place()
    {
        using var line = new WaitingLine(1, 1);
        var place = await line.EnterAsync(Token);

        place.Dispose();
        place.Dispose();

        await line.EnterAsync(Token);
        Assert.False(line.EnterAsync(Token).IsCompleted);
    }
}
