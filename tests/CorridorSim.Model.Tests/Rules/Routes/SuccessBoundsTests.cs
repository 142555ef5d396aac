using CorridorSim.Model.Rules.Routes;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>Bounds of a chance of success: submodel 1 of the model's description.</summary>
public sealed class SuccessBoundsTests
{
    [Theory]
    [InlineData(-1, 0.005)]
    [InlineData(0.005, 0.005)]
    [InlineData(0.4, 0.4)]
    [InlineData(1, 0.999)]
    public void Chances_are_kept_within_the_bounds_that_announcements_have_too(double chance, double bounded) =>
        Assert.Equal(bounded, One(SuccessBounds.Bound(Each(chance))));
}
