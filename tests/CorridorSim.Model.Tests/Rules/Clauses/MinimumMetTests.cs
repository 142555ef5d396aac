using CorridorSim.Model.Rules.Clauses;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>Minimums that another clause was given for: submodel 17 of the model's description.</summary>
public sealed class MinimumMetTests
{
    [Theory]
    [InlineData(20000, 20000, 1)]
    [InlineData(25000, 20000, 1)]
    [InlineData(5000, 20000, 0.25)]
    [InlineData(0, 20000, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0.25, 0.5, 0.5)]
    public void A_missed_minimum_counts_in_proportion(double counted, double minimum, double share) =>
        Assert.Equal(share, One(MinimumMet.Share(Each(counted), Each(minimum))), 12);
}
