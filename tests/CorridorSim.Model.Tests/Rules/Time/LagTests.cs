using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Time;

/// <summary>What follows with a lag: submodels 2, 6, 12 and 13 of the model's description.</summary>
public sealed class LagTests
{
    [Theory]
    [InlineData(-2, -1, 0, -2)]
    [InlineData(-2, -1, 0.25, -1.75)]
    [InlineData(-2, -1, 1, -1)]
    [InlineData(500, 100, 0.5, 300)]
    [InlineData(0, 0, 0.5, 0)]
    public void It_moves_by_its_share_of_the_distance(double value, double target, double share, double after) =>
        Assert.Equal(after, One(Lag.Follow(Each(value), Each(target), Each(share))), 12);

    [Fact]
    public void It_never_passes_what_it_follows() =>
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[-1000, 1000], Share).Sample((value, target, share) =>
            Assert.InRange(
                One(Lag.Follow(Each(value), Each(target), Each(share))), Math.Min(value, target) - 1e-9, Math.Max(value, target) + 1e-9));

    /// <summary>dt / (T + dt): with T of 0 at once, with T of a tick half of the way in a tick.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 0.5)]
    [InlineData(0.75, 0.25)]
    [InlineData(1e12, 2.5e-13)]
    public void The_share_of_a_tick_falls_with_the_lag(double months, double share) =>
        Assert.Equal(share, One(LaneMath.OutflowShare(Each(months))), 15);

    /// <summary>The mean of a geometric time is exact: what leaves in tick k is share (1 - share)^k.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(12)]
    public void The_mean_time_to_follow_is_the_lag(double months)
    {
        var share = Each(One(LaneMath.OutflowShare(Each(months))));
        var (value, mean) = (Each(0), 0.0);
        for (var tick = 0; tick < 5000; tick++)
        {
            var next = Lag.Follow(value, Each(1), share);
            mean += (One(next) - One(value)) * tick * LaneMath.TickMonths;
            value = next;
        }

        Assert.Equal(1, One(value), 9);
        Assert.Equal(months, mean, 6);
    }
}
