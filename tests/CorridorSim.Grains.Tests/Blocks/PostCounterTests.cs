using CorridorSim.Grains.Blocks;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;

namespace CorridorSim.Grains.Tests.Blocks;

public sealed class PostCounterTests
{
    private static readonly Letter Letter = new(7, new LaneTable(1, 8));

    [Fact]
    public async Task A_wave_that_asks_nobody_is_closed_at_once()
    {
        var counter = new PostCounter(2);

        counter.Open();

        await counter.CloseAsync();
    }

    [Fact]
    public async Task It_waits_for_the_last_of_a_wave_and_keeps_what_was_handed_in()
    {
        var counter = new PostCounter(2);
        for (var wave = 0; wave < 3; wave++)
        {
            counter.Open();
            counter.Expect();
            counter.Expect();
            counter.HandIn(1, new[] { Letter });
            var closed = counter.CloseAsync();
            Assert.False(closed.IsCompleted);

            counter.HandIn(0, default);

            Assert.True(closed.IsCompleted);
            await closed;
            Assert.Equal(7, Assert.Single(counter[1].ToArray()).Wire);
            Assert.True(counter[0].IsEmpty);
        }
    }

    [Fact]
    public async Task A_failure_is_told_when_everybody_is_done_not_before()
    {
        var counter = new PostCounter(2);
        counter.Open();
        counter.Expect();
        counter.Expect();
        counter.Fail(new InvalidOperationException("first"));
        var closed = counter.CloseAsync();
        Assert.False(closed.IsCompleted);

        counter.Fail(new InvalidOperationException("second"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await closed);
        Assert.Equal("first", error.Message);
    }

    [Fact]
    public async Task Letters_from_many_threads_at_once_close_each_wave_once()
    {
        const int Participants = 32;
        var counter = new PostCounter(Participants);
        for (var wave = 0; wave < 500; wave++)
        {
            counter.Open();
            for (var p = 0; p < Participants; p++)
            {
                counter.Expect();
            }

            var handing = Task.Run(() => Parallel.For(0, Participants, p => counter.HandIn(p, new[] { Letter })), TestContext.Current.CancellationToken);
            await counter.CloseAsync();
            Assert.All(Enumerable.Range(0, Participants), p => Assert.Equal(1, counter[p].Length));
            await handing;
        }
    }
}
