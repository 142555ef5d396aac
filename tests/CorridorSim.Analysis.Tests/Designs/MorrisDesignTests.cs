using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Designs;

public sealed class MorrisDesignTests
{
    [Theory]
    [InlineData(4, 2.0 / 3)]
    [InlineData(6, 0.6)]
    [InlineData(2, 1.0)]
    public void Each_step_moves_one_factor_by_delta_and_stays_on_the_grid(int levels, double delta)
    {
        var design = MorrisDesign.Draw(20, 5, levels, new SplitMixUniforms(3));

        Assert.Equal(delta, design.Delta, 1e-15);
        for (var trajectory = 0; trajectory < 20; trajectory++)
        {
            Assert.Equal(Enumerable.Range(0, 5), Enumerable.Range(0, 5).Select(step => design.MovedFactors[trajectory, step]).Order());
            for (var step = 0; step < 5; step++)
            {
                var after = (trajectory * 6) + step + 1;
                for (var factor = 0; factor < 5; factor++)
                {
                    var moved = Math.Abs(design.Points[after, factor] - design.Points[after - 1, factor]);
                    Assert.Equal(factor == design.MovedFactors[trajectory, step] ? delta : 0, moved, 1e-12);
                    var level = design.Points[after, factor] * (levels - 1);
                    Assert.Equal(Math.Round(level), level, 1e-9);
                    Assert.InRange(design.Points[after, factor], 0, 1);
                }
            }
        }
    }

    [Fact]
    public void Odd_levels_are_refused() =>
        Assert.Throws<ArgumentException>(() => MorrisDesign.Draw(1, 1, 5, new SplitMixUniforms(1)));
}
