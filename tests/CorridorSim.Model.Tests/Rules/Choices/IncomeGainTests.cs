using CorridorSim.Model.Rules.Choices;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>Income in the choice of a route: submodel 5 of the model's description.</summary>
public sealed class IncomeGainTests
{
    [Theory]
    [InlineData(0.7, 70, 70, 0)]
    [InlineData(0.7, 70, 7, 1.6118095650958317)]
    [InlineData(0.7, 7, 70, -1.6118095650958317)]
    [InlineData(0, 70, 7, 0)]
    [InlineData(1, 2.718281828459045, 1, 1)]
    public void It_is_the_elasticity_times_the_log_of_the_ratio(double elasticity, double there, double here, double gain) =>
        Assert.Equal(gain, One(IncomeGain.Of(Each(elasticity), Each(there), Each(here))), 12);

    [Fact]
    public void A_destination_without_income_repels_and_stays_finite() =>
        Assert.InRange(One(IncomeGain.Of(Each(1), Each(0), Each(10))), -700, -600);
}
