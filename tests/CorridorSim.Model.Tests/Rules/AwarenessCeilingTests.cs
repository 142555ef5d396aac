using CorridorSim.Model.Rules;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>How far awareness can spread: submodel 3 of the model's description.</summary>
public sealed class AwarenessCeilingTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.25)]
    [InlineData(1, 3, 1)]
    [InlineData(0, 0, 1e-6)]
    public void The_ceiling_of_a_nationality_is_at_most_one_and_never_nothing(double ceiling, double factor, double expected) =>
        Assert.Equal(expected, One(AwarenessCeiling.Of(Each(ceiling), Each(factor))), 12);
}
