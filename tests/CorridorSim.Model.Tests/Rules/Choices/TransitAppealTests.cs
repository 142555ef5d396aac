using CorridorSim.Model.Rules.Choices;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>What a safe journey is worth: submodel 5 of the model's description.</summary>
public sealed class TransitAppealTests
{
    /// <summary>1.5 eta ln S, with S kept above one in a million.</summary>
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 0.5, -2.0794415416798357)]
    [InlineData(1, 0, -20.72326583694641)]
    [InlineData(0, 0.1, 0)]
    public void A_safer_journey_draws_more(double elasticity, double success, double appeal) =>
        Assert.Equal(appeal, One(TransitAppeal.Of(Each(elasticity), Each(success))), 9);
}
