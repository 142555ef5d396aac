using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Statistics;

public sealed class ResampledMeanTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(ResampledMean.MostValues)]
    [InlineData(ResampledMean.MostValues + 1)]
    public void An_interval_is_that_of_the_bootstrap_to_the_last_bit(int count)
    {
        var draws = new SplitMixUniforms(9);
        double[] values = [.. Enumerable.Range(0, count).Select(_ => draws.NextNormal() * 1e5)];

        var interval = ResampledMean.Interval(values, 200, 0.95, 7);

        Assert.Equal(Bootstrap.Mean(values, 200, 0.95, new SplitMixUniforms(7)), interval);
    }

    [Fact]
    public void Samples_of_other_sizes_and_seeds_in_between_change_nothing()
    {
        double[] values = [3, 1, 4, 1, 5, 9];
        var before = ResampledMean.Interval(values, 100, 0.9, 1);

        var other = ResampledMean.Interval(values, 100, 0.9, 2);
        ResampledMean.Interval([1, 2], 100, 0.9, 1);

        Assert.NotEqual(before, other);
        Assert.Equal(before, ResampledMean.Interval(values, 100, 0.9, 1));
    }
}
