using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Choices;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>How awareness spreads: submodel 3 of the model's description.</summary>
public sealed class WordOfMouthTests
{
    /// <summary>By hand with beta 0.4, epsilon 1, alpha 0.1, T 2: (0.2 + 0.25 x 0.4 x J x 0.3 x (1 - 0.2 / K)) / 1.125.</summary>
    [Theory]
    [InlineData(0.2, 1, 1, 0.224 / 1.125)]
    [InlineData(0.2, 1, 0.5, 0.212 / 1.125)]
    [InlineData(0.2, 0.4, 1, 0.215 / 1.125)]
    [InlineData(0.2, 0.1, 1, 0.2 / 1.125)]
    [InlineData(0, 1, 1, 0.01 / 1.125)]
    public void Awareness_spreads_by_those_aware_up_to_its_ceiling_and_fades(double aware, double ceiling, double value, double after) =>
        Assert.Equal(after, One(WordOfMouth.Spread(Each(aware), Each(ceiling), LaneMath.SafeLog(Each(value)), Terms(0.4, 1, 0.1, 2))), 12);

    [Fact]
    public void Awareness_is_never_negative_and_grows_with_what_arriving_pays() =>
        Gen.Select(Share, Gen.Double[0.01, 1], Gen.Double[0, 0.9], Gen.Double[0, 4], Gen.Double[0.1, 60]).Sample((aware, ceiling, value, rate, forgetting) =>
        {
            var terms = Terms(rate, 0.8, 0.001, forgetting);
            var after = One(WordOfMouth.Spread(Each(aware), Each(ceiling), LaneMath.SafeLog(Each(value)), terms));
            Assert.True(after >= 0);
            Assert.True(One(WordOfMouth.Spread(Each(aware), Each(ceiling), LaneMath.SafeLog(Each(value + 0.1)), terms)) >= after);
        });

    private static WordOfMouthTerms Terms(double rate, double elasticity, double innovation, double forgetting) =>
        new(Each(rate), Each(elasticity), Each(innovation), Each(forgetting));
}
