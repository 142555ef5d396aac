using CorridorSim.Model.Rules.Time;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Time;

/// <summary>Shares a month in a tick: submodels 1, 6, 8 and 13 of the model's description.</summary>
public sealed class MonthlyRateTests
{
    /// <summary>A tick is a quarter of a month.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.04, 0.01)]
    [InlineData(1, 0.25)]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(1e300, 1)]
    [InlineData(-1, 0)]
    public void A_quarter_of_a_monthly_share_leaves_in_a_tick_and_never_more_than_all(double rate, double share) =>
        Assert.Equal(share, One(MonthlyRate.InTick(Each(rate))));

    [Fact]
    public void Nobody_is_left_over_twice_and_nobody_goes_twice() =>
        Gen.Select(Persons, Gen.Double[0, 10]).Sample((stock, rate) =>
        {
            var leaving = stock * One(MonthlyRate.InTick(Each(rate)));
            Assert.InRange(leaving, 0, stock);
            Assert.True(One(MonthlyRate.InTick(Each(rate + 0.1))) >= One(MonthlyRate.InTick(Each(rate))));
        });
}
