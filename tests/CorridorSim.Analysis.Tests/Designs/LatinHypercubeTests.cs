using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Statistics;
using CsCheck;

namespace CorridorSim.Analysis.Tests.Designs;

public sealed class LatinHypercubeTests
{
    [Fact]
    public void Each_stratum_of_each_factor_holds_exactly_one_point() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 6], Gen.ULong, Gen.Bool).Sample((count, factors, seed, centred) =>
        {
            var points = LatinHypercube.Points(count, factors, new SplitMixUniforms(seed), centred);

            for (var factor = 0; factor < factors; factor++)
            {
                var strata = Enumerable.Range(0, count).Select(row => (int)(points[row, factor] * count)).Order();
                Assert.Equal(Enumerable.Range(0, count), strata);
            }
        });

    [Fact]
    public void Same_seed_gives_the_same_points_and_another_seed_others()
    {
        var points = LatinHypercube.Points(20, 3, new SplitMixUniforms(5));

        Assert.Equal(points, LatinHypercube.Points(20, 3, new SplitMixUniforms(5)));
        Assert.NotEqual(points, LatinHypercube.Points(20, 3, new SplitMixUniforms(6)));
    }
}
