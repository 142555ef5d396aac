using CorridorSim.Model.Rules;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>How channels draw: submodel 5 of the model's description.</summary>
public sealed class ChannelAppealTests
{
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
