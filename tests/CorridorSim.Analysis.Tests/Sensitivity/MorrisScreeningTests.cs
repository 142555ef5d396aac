using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Sensitivity;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Sensitivity;

public sealed class MorrisScreeningTests
{
    [Fact]
    public void Linear_function_has_its_coefficients_as_effects_without_spread()
    {
        var design = MorrisDesign.Draw(10, 3, 4, new SplitMixUniforms(4));
        var outputs = ReferenceFunctions.AtEach(design.Points, x => (3 * x[0]) - (2 * x[1]));

        var effects = MorrisScreening.Effects(design, outputs, new SplitMixUniforms(5));

        Assert.Equal([3, -2, 0], effects.Select(effect => Math.Round(effect.Mu, 10)));
        Assert.Equal([3, 2, 0], effects.Select(effect => Math.Round(effect.MuStar, 10)));
        Assert.All(effects, effect => Assert.Equal(0, effect.Sigma, 1e-10));
    }

    [Fact]
    public void Symmetric_square_has_no_mean_effect_but_importance_and_spread()
    {
        // On four levels the step of (x - 1/2)^2 is -1/3 or 1/3 in slope, whatever the start.
        var design = MorrisDesign.Draw(400, 2, 4, new SplitMixUniforms(6));
        var outputs = ReferenceFunctions.AtEach(design.Points, x => Math.Pow(x[0] - 0.5, 2));

        var effect = MorrisScreening.Effects(design, outputs, new SplitMixUniforms(7))[0];

        Assert.Equal(0, effect.Mu, 0.05);
        Assert.Equal(1.0 / 3, effect.MuStar, 1e-10);
        Assert.Equal(1.0 / 3, effect.Sigma, 0.01);
        Assert.Equal(effect.MuStar, effect.MuStarLower, 1e-10);
    }

    [Fact]
    public void Product_of_two_factors_shows_interaction()
    {
        var design = MorrisDesign.Draw(400, 2, 4, new SplitMixUniforms(8));
        var outputs = ReferenceFunctions.AtEach(design.Points, x => x[0] * x[1]);

        var effects = MorrisScreening.Effects(design, outputs, new SplitMixUniforms(9));

        // The effect of one factor is the other's level: mean 1/2, standard deviation sqrt(5)/6 on four levels.
        Assert.All(effects, effect => Assert.Equal(0.5, effect.Mu, 0.06));
        Assert.All(effects, effect => Assert.Equal(Math.Sqrt(5) / 6, effect.Sigma, 0.03));
    }
}
