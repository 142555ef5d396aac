using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>People named years ago: submodel 6 of the model's description.</summary>
public sealed class NamedQueueTests
{
    /// <summary>By hand: 1000 wait, 400 a month are named (100 in a tick), a tenth of 1100 withdraws, places go to the front.</summary>
    [Theory]
    [InlineData(150, 110, 150, 840)]
    [InlineData(0, 110, 0, 990)]
    [InlineData(990, 110, 990, 0)]
    [InlineData(5000, 110, 990, 0)]
    public void Places_go_to_the_front_and_no_more_are_admitted_than_wait(double places, double withdrawn, double admitted, double left)
    {
        var queue = Of(1000, 400, places, 0.1);

        Assert.Equal(withdrawn, One(queue.Withdrawn), 9);
        Assert.Equal(admitted, One(queue.Admitted), 9);
        Assert.Equal(left, One(queue.Left), 9);
    }

    [Fact]
    public void Who_was_never_named_is_not_admitted()
    {
        var queue = Of(0, 0, 100, 0);

        Assert.Equal(0, One(queue.Admitted));
        Assert.Equal(0, One(queue.Left));
    }

    [Fact]
    public void Nobody_is_lost() =>
        Gen.Select(Persons, Persons, Persons, Share).Sample((waiting, filings, places, withdrawing) =>
        {
            var queue = Of(waiting, filings, places, withdrawing);

            Assert.InRange(One(queue.Admitted), 0, places);
            Assert.True(One(queue.Left) >= 0 && One(queue.Withdrawn) >= 0);
            Assert.Equal(waiting + (filings / 4), One(queue.Withdrawn) + One(queue.Admitted) + One(queue.Left), 1e-6);
        });

    [Theory]
    [InlineData(60_000, 120, 500)]
    [InlineData(0, 120, 0)]
    [InlineData(60_000, 0, 0)]
    public void The_pace_of_naming_is_the_one_that_made_the_queue(double backlog, double months, double filings) =>
        Assert.Equal(filings, One(NamedQueue.Filings(Each(backlog), Each(months))));

    [Theory]
    [InlineData(60_000, 500, 120)]
    [InlineData(0, 500, 0)]
    [InlineData(60_000, 0, 0)]
    public void Who_stands_in_front_has_waited_for_as_long_as_it_took_to_name_the_queue(double queue, double filings, double months) =>
        Assert.Equal(months, One(NamedQueue.Wait(Each(queue), Each(filings))));

    private static NamedQueue Of(double queue, double filings, double places, double withdrawing) =>
        new(Each(queue), Each(filings), Each(places), Each(withdrawing));
}
