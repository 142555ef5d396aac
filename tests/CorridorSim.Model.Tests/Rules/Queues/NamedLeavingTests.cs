using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Who leaves when people are named: submodels 6 and 16 of the model's description.</summary>
public sealed class NamedLeavingTests
{
    /// <summary>1000 residents, 100 ready, 200 who queue elsewhere.</summary>
    [Theory]
    [InlineData(40, true, 40, 40)]
    [InlineData(100, true, 100, 100)]
    [InlineData(500, true, 100, 100)]
    [InlineData(40, false, 40, 5)]
    [InlineData(800, false, 800, 100)]
    [InlineData(5000, false, 800, 100)]
    [InlineData(0, false, 0, 0)]
    public void Employers_find_them_among_the_ready_and_relatives_among_all_who_do_not_queue(double named, bool amongReady, double leaving, double ofReady)
    {
        var result = Of(named, 1000, 100, 200, amongReady);

        Assert.Equal(leaving, One(result.Leaving), 9);
        Assert.Equal(ofReady, One(result.OfReady), 9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_leaves_where_all_queue_or_nobody_lives(bool amongReady)
    {
        Assert.Equal(0, One(Of(100, 200, 50, 200, amongReady).Leaving));
        Assert.Equal(0, One(Of(100, 200, 50, 300, amongReady).Leaving));
        Assert.Equal(0, One(Of(100, 0, 0, 0, amongReady).OfReady));
    }

    [Fact]
    public void No_more_leave_than_are_named_live_there_and_are_ready() =>
        Gen.Select(Persons, Persons, Share, Share, Gen.Bool).Sample((named, residents, ready, queued, amongReady) =>
        {
            var result = Of(named, residents, ready * residents, queued * residents, amongReady);

            Assert.InRange(One(result.Leaving), 0, Math.Min(named, residents));
            Assert.InRange(One(result.OfReady), 0, Math.Min(One(result.Leaving), ready * residents) * (1 + 1e-12));
        });

    private static NamedLeaving Of(double named, double residents, double ready, double queued, bool amongReady) =>
        new(Each(named), Each(residents), Each(ready), Each(queued), amongReady);
}
