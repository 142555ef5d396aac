using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Renewal of those ready to move: submodel 9 of the model's description.</summary>
public sealed class ReadyPoolTests
{
    [Theory]
    [InlineData(300, 1000, true, 0.3)]
    [InlineData(300, 1000, false, 0.3)]
    [InlineData(0, 1000, true, 0)]
    [InlineData(0.2, 0.5, false, 0.4)]
    [InlineData(0, 0, true, 1)]
    [InlineData(0, 0, false, 0)]
    public void Who_comes_home_joins_communities_by_their_people_or_the_first_where_there_are_none(double residents, double atHome, bool isFirst, double share) =>
        Assert.Equal(share, One(ReadyPool.HomeShare(Each(residents), Each(atHome), isFirst)), 12);

    /// <summary>dt r max(0, m P - R - Q) with dt a quarter of a month.</summary>
    [Theory]
    [InlineData(0.1, 1000, 40, 20, 0.5, 5)]
    [InlineData(0.1, 1000, 80, 20, 0.5, 0)]
    [InlineData(0.1, 1000, 200, 0, 0.5, 0)]
    [InlineData(0.1, 1000, 0, 0, 0, 0)]
    public void The_ready_pool_refills_towards_its_share_of_the_residents(double share, double residents, double ready, double queued, double renewal, double growth) =>
        Assert.Equal(growth, One(ReadyPool.Growth(Each(share), Each(residents), Each(ready), Each(queued), Each(renewal))), 12);

    [Fact]
    public void The_pool_is_never_filled_beyond_its_share() =>
        Gen.Select(Share, Persons, Share, Share, Gen.Double[0, 4]).Sample((share, residents, ready, queued, renewal) =>
        {
            var (r, q) = (ready * residents, queued * residents);
            var growth = One(ReadyPool.Growth(Each(share), Each(residents), Each(r), Each(q), Each(renewal)));
            Assert.True(growth >= 0);
            Assert.True(growth <= Math.Max(0, (share * residents) - r - q) * (1 + 1e-12));
        });

    [Theory]
    [InlineData(0.1, 1000, 30, 70)]
    [InlineData(0.1, 1000, 300, 0)]
    public void Who_queues_at_the_start_is_not_ready_as_well(double share, double residents, double queued, double ready) =>
        Assert.Equal(ready, One(ReadyPool.Start(Each(share), Each(residents), Each(queued))), 12);
}
