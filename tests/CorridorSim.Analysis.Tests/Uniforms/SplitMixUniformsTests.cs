using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Uniforms;

public sealed class SplitMixUniformsTests
{
    [Fact]
    public void Bits_of_the_published_seed_equal_the_published_values()
    {
        var uniforms = new SplitMixUniforms(1234567);

        ulong[] bits = [.. Enumerable.Range(0, 5).Select(_ => uniforms.NextBits())];

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], bits);
    }

    [Fact]
    public void Draws_have_the_moments_of_a_uniform_and_stay_inside()
    {
        var uniforms = new SplitMixUniforms(1);

        double[] draws = [.. Enumerable.Range(0, 100_000).Select(_ => uniforms.Next())];

        Assert.All(draws, draw => Assert.InRange(draw, double.Epsilon, 1 - 1e-17));
        Assert.Equal(0.5, draws.Average(), 0.005);
        Assert.Equal(1.0 / 12, draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.001);
    }

    [Fact]
    public void Permutation_holds_each_number_once()
    {
        var order = new SplitMixUniforms(7).NextPermutation(100);

        Assert.Equal(Enumerable.Range(0, 100), order.Order());
        Assert.NotEqual(Enumerable.Range(0, 100), order);
    }
}
