using CorridorSim.Model.Inputs;
using CsCheck;

namespace CorridorSim.Model.Tests.Inputs;

public sealed class DistributionTests
{
    private static readonly Gen<double> Probability = Gen.Double[0.001, 0.999];

    [Theory]
    [InlineData(DistributionKind.Constant, 5, 0, 0, 0.1, 5)]
    [InlineData(DistributionKind.Uniform, 2, 6, 0, 0.25, 3)]
    [InlineData(DistributionKind.Triangular, 0, 1, 2, 0.5, 1)]
    [InlineData(DistributionKind.Triangular, 0, 1, 2, 0.125, 0.5)]
    [InlineData(DistributionKind.Triangular, 0, 1, 2, 0.875, 1.5)]
    [InlineData(DistributionKind.Triangular, 0, 0, 1, 0.75, 0.5)]
    [InlineData(DistributionKind.Triangular, 0, 1, 1, 0.25, 0.5)]
    [InlineData(DistributionKind.Triangular, 3, 3, 3, 0.25, 3)]
    [InlineData(DistributionKind.Normal, 10, 2, 0, 0.5, 10)]
    [InlineData(DistributionKind.Normal, 10, 2, 0, 0.975, 13.919927969080108)]
    [InlineData(DistributionKind.Normal, 10, 2, 0, 0.025, 6.080072030919892)]
    [InlineData(DistributionKind.LogNormal, 10, 0.5, 0, 0.5, 10)]
    [InlineData(DistributionKind.LogNormal, 10, 1, 0, 0.8413447460685429, 27.18281828459045)]
    public void Quantiles_are_those_of_the_family(DistributionKind kind, double a, double b, double c, double probability, double quantile) =>
        Assert.Equal(quantile, new Distribution(kind, a, b, c).Quantile(probability), 9);

    [Theory]
    [InlineData(DistributionKind.Constant, 5, 0, 0, 5)]
    [InlineData(DistributionKind.Uniform, 2, 6, 0, 4)]
    [InlineData(DistributionKind.Triangular, 0, 0.5, 2, 0.5)]
    [InlineData(DistributionKind.Normal, 10, 2, 0, 10)]
    [InlineData(DistributionKind.LogNormal, 10, 2, 0, 10)]
    [InlineData(DistributionKind.Sample, 3, 0, 0, double.NaN)]
    public void The_value_in_the_middle_is_that_of_the_family(DistributionKind kind, double a, double b, double c, double central) =>
        Assert.Equal(central, new Distribution(kind, a, b, c).Central);

    [Fact]
    public void A_joint_sample_has_no_quantiles_of_its_own() =>
        Assert.Throws<InvalidOperationException>(() => new Distribution(DistributionKind.Sample, 0).Quantile(0.5));

    [Fact]
    public void A_higher_probability_never_has_a_lower_quantile() =>
        Gen.Select(Gen.Enum<DistributionKind>(), Gen.Double[0.1, 10], Share(), Share(), Probability, Probability).Sample((kind, a, toB, toC, p, q) =>
        {
            if (kind == DistributionKind.Sample)
            {
                return;
            }

            var distribution = kind is DistributionKind.Normal or DistributionKind.LogNormal ? new Distribution(kind, a, toB) : new Distribution(kind, a, a + toB, a + toB + toC);
            Assert.True(distribution.Quantile(Math.Min(p, q)) <= distribution.Quantile(Math.Max(p, q)));
        });

    [Fact]
    public void A_triangle_stays_between_its_corners_and_is_a_share_of_draws_below_its_quantile() =>
        Gen.Select(Gen.Double[-10, 10], Share(), Share(), Probability).Sample((a, toB, toC, p) =>
        {
            var (b, c) = (a + toB + 0.01, a + toB + toC + 0.02);
            var x = new Distribution(DistributionKind.Triangular, a, b, c).Quantile(p);
            var below = x < b ? (x - a) * (x - a) / ((c - a) * (b - a)) : 1 - ((c - x) * (c - x) / ((c - a) * (c - b)));

            Assert.InRange(x, a, c);
            Assert.Equal(p, below, 1e-6);
        });

    private static Gen<double> Share() => Gen.Double[0, 5];
}
