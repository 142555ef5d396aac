using CorridorSim.Model.Rules.Choices;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>How channels draw: submodel 5 of the model's description.</summary>
public sealed class ChannelAppealTests
{
    /// <summary>ln((diaspora + 1) / population).</summary>
    [Theory]
    [InlineData(99, 100, 0)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1_000_000, -13.815510557964274)]
    [InlineData(199_999, 1_000_000, -1.6094379124341003)]
    public void Those_who_are_there_are_counted_against_those_at_home(double diaspora, double population, double log) =>
        Assert.Equal(log, One(ChannelAppeal.LogDiasporaShare(Each(diaspora), Each(population))), 12);

    [Fact]
    public void A_nation_without_people_at_home_has_a_finite_share() =>
        Assert.True(double.IsFinite(One(ChannelAppeal.Of(Each(0), Each(1), ChannelAppeal.LogDiasporaShare(Each(0), Each(1e300)), Each(0), Each(0), Each(0), Each(0)))));

    /// <summary>b + epsilon (ln share + 3) - delta wait - theta fee.</summary>
    [Theory]
    [InlineData(1, 0, -5, 0, 0, 0, 0, 1)]
    [InlineData(1, 0.5, -5, 0, 0, 0, 0, 0)]
    [InlineData(1, 0.5, -3, 0.02, 10, 0, 0, 0.8)]
    [InlineData(1, 0.5, -3, 0.02, 10, 0.1, 5, 0.3)]
    public void Appeal_falls_with_wait_and_fee_and_grows_with_the_diaspora(
        double value, double elasticity, double logShare, double sensitivity, double wait, double cost, double fee, double appeal) =>
        Assert.Equal(appeal, One(ChannelAppeal.Of(Each(value), Each(elasticity), Each(logShare), Each(sensitivity), Each(wait), Each(cost), Each(fee))), 12);
}
