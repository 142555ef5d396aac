using CorridorSim.Model.Lanes;
using Xunit;

namespace CorridorSim.Model.Tests.Lanes;

public sealed class ElementaryTests
{
    private const int Trials = 4000;

    [Theory]
    [InlineData(-1e-3, 1e-3)]
    [InlineData(-1, 1)]
    [InlineData(-40, 40)]
    [InlineData(-700, 700)]
    [InlineData(-708, 709.78)]
    public void The_exponential_is_off_by_less_than_one_unit_in_the_last_place(double low, double high)
    {
        var random = new Random(7);

        var worst = Enumerable.Range(0, Trials)
            .Select(_ => low + ((high - low) * random.NextDouble()))
            .Max(x => ExactReference.ExpError(x, Elementary.Exp(x)));

        Assert.InRange(worst, 0.4, 0.999);
    }

    [Fact]
    public void The_exponential_of_subnormal_size_is_off_by_less_than_one_unit_in_the_last_place()
    {
        var random = new Random(7);

        var worst = Enumerable.Range(0, Trials)
            .Select(_ => -745 + (37 * random.NextDouble()))
            .Max(x => ExactReference.ExpError(x, Elementary.Exp(x)));

        Assert.InRange(worst, 0.4, 1.0);
    }

    [Theory]
    [InlineData(0.999, 1.001)]
    [InlineData(0.5, 2)]
    [InlineData(0.7, 0.7072)]
    [InlineData(1.413, 1.42)]
    [InlineData(1e-9, 1e9)]
    public void The_logarithm_is_off_by_less_than_one_unit_in_the_last_place(double low, double high)
    {
        var random = new Random(7);

        var worst = Enumerable.Range(0, Trials)
            .Select(_ => low + ((high - low) * random.NextDouble()))
            .Max(x => ExactReference.LogError(x, Elementary.Log(x)));

        Assert.InRange(worst, 0.4, 0.999);
    }

    [Fact]
    public void The_logarithm_of_any_positive_number_is_off_by_less_than_one_unit_in_the_last_place()
    {
        var random = new Random(7);

        var worst = Enumerable.Range(0, Trials)
            .Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(1, 0x7FF0000000000000)))
            .Concat(Enumerable.Range(0, 500).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(1, 1L << 52))))
            .Max(x => ExactReference.LogError(x, Elementary.Log(x)));

        Assert.InRange(worst, 0.4, 0.999);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2.718281828459045)]
    [InlineData(5e-324, 1)]
    [InlineData(-5e-324, 1)]
    [InlineData(709.782712893384, 1.797693134862273e308)]
    [InlineData(709.7827128933841, double.PositiveInfinity)]
    [InlineData(1e9, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(-708.3964185322641, 2.2250738585072626e-308)]
    [InlineData(-745.1332191019411, 5e-324)]
    [InlineData(-745.1332191019412, 0)]
    [InlineData(-1e9, 0)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void The_exponential_at_its_edges(double x, double expected)
    {
        var result = Elementary.Exp(x);

        Assert.True(result.Equals(expected) || Math.Abs(result - expected) <= expected * 1e-15, $"{result:R}");
    }

    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-5e-324, double.NaN)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(1, 0)]
    [InlineData(2, 0.6931471805599453)]
    [InlineData(0.9999999999999999, -1.1102230246251565e-16)]
    [InlineData(1.0000000000000002, 2.2204460492503128e-16)]
    [InlineData(5e-324, -744.4400719213812)]
    [InlineData(2.2250738585072014e-308, -708.3964185322641)]
    [InlineData(double.MaxValue, 709.782712893384)]
    public void The_logarithm_at_its_edges(double x, double expected) => Assert.Equal(expected, Elementary.Log(x));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1e300)]
    [InlineData(-1e300)]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(3.25)]
    public void Eight_lanes_at_once_are_what_each_is_alone(double x)
    {
        var lanes = LaneVector.Create(x, -x, x / 3, -x / 3, 1, 0.1, x + 1, 50);

        var exp = LaneMath.SafeExp(lanes);
        var log = LaneMath.SafeLog(lanes);

        for (var lane = 0; lane < 8; lane++)
        {
            Assert.Equal(Elementary.Exp(Math.Clamp(lanes[lane], -700, 700)), exp[lane]);
            Assert.Equal(Elementary.Log(Math.Max(lanes[lane], 1e-300)), log[lane]);
        }
    }

    [Theory]
    [InlineData(1e-20, 1e-20)]
    [InlineData(-1e-20, -1e-20)]
    [InlineData(1e-9, 9.999999995e-10)]
    [InlineData(0.5, 0.4054651081081644)]
    [InlineData(1e6, 13.815511557963774)]
    [InlineData(-1, double.NegativeInfinity)]
    [InlineData(-2, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void The_logarithm_of_one_and_a_little(double x, double expected)
    {
        var result = Elementary.LogP1(x);

        Assert.True(result.Equals(expected) || Math.Abs(result - expected) <= Math.Abs(expected) * 4e-16, $"{result:R}");
    }

    [Theory]
    [InlineData(2, 10, 1024)]
    [InlineData(0.5, 0.5, 0.7071067811865476)]
    [InlineData(0, 2, 0)]
    [InlineData(0, 0, 1)]
    [InlineData(0, -1, double.PositiveInfinity)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(-1, 2.5, double.NaN)]
    [InlineData(-2, 2, 4)]
    [InlineData(-2, 3, -8)]
    [InlineData(-2, -1, -0.5)]
    [InlineData(double.NaN, 2, double.NaN)]
    [InlineData(0.97, 240, 0.0006686767514265723)]
    public void A_power(double @base, double exponent, double expected)
    {
        var result = Elementary.Pow(@base, exponent);

        Assert.True(result.Equals(expected) || Math.Abs(result - expected) <= Math.Abs(expected) * 1e-13, $"{result:R}");
    }

    // Points from forty-digit arithmetic.
    [Theory]
    [InlineData(1e-300, -37.0470962993612)]
    [InlineData(5.551115123125783e-17, -8.292361075813595)]
    [InlineData(1e-12, -7.034483825301132)]
    [InlineData(0.0001, -3.7190164854556804)]
    [InlineData(0.02425, -1.972961051311885)]
    [InlineData(0.0749999, -1.4395321773759007)]
    [InlineData(0.0750001, -1.4395307645017297)]
    [InlineData(0.1, -1.2815515655446004)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(0.4999, -0.00025066283008800747)]
    [InlineData(0.6, 0.2533471031357997)]
    [InlineData(0.9, 1.2815515655446006)]
    [InlineData(0.975, 1.9599639845400538)]
    [InlineData(0.999999, 4.753424308817087)]
    [InlineData(0.9999999999999999, 8.209536151601387)]
    [InlineData(0.5, 0)]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(1, double.PositiveInfinity)]
    [InlineData(-0.1, double.NaN)]
    [InlineData(1.1, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    public void A_normal_quantile(double share, double expected)
    {
        var result = Elementary.NormalQuantile(share);

        Assert.True(result.Equals(expected) || Math.Abs(result - expected) <= Math.Abs(expected) * 2e-15, $"{result:R}");
    }

    [Fact]
    public void The_share_that_considers_a_move_in_a_tick_is_that_of_its_formula() =>
        Assert.Equal(LaneMath.ConsideringShare, 1 - Elementary.Exp(-LaneMath.TickMonths), 1e-16);
}
