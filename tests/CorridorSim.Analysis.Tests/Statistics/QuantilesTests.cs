using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Statistics;

public sealed class QuantilesTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2.25)]
    [InlineData(0.4, 3)]
    [InlineData(0.5, 4.5)]
    [InlineData(0.9, 10)]
    [InlineData(1, 13)]
    public void Quantile_of_six_values_equals_type_seven_of_R(double probability, double expected) =>
        Assert.Equal(expected, Quantiles.At([7, 1, 2, 13, 3, 6], probability), 1e-12);

    [Fact]
    public void Single_value_is_every_quantile() => Assert.Equal(new Band(4, 4, 4), Quantiles.Interval([4]));

    [Fact]
    public void Interval_holds_the_asked_share_between_its_ends()
    {
        double[] values = [.. Enumerable.Range(0, 101).Select(value => (double)value)];

        var band = Quantiles.Interval(values);

        Assert.Equal(50, band.Median, 1e-12);
        Assert.Equal(5, band.Lower, 1e-12);
        Assert.Equal(95, band.Upper, 1e-12);
        Assert.Equal(25, Quantiles.Interval(values, 0.5).Lower, 1e-12);
    }

    [Fact]
    public void Not_a_number_anywhere_makes_the_result_not_a_number_unless_left_out()
    {
        double[] values = [1, double.NaN, 3];

        Assert.True(double.IsNaN(Quantiles.Median(values)));
        Assert.Equal(2, Quantiles.Median(Quantiles.WithoutNaN(values)));
        Assert.True(double.IsNaN(Quantiles.Median([])));
    }

    [Fact]
    public void Infinite_values_do_not_turn_into_not_a_number() =>
        Assert.Equal(double.PositiveInfinity, Quantiles.At([1, double.PositiveInfinity, double.PositiveInfinity], 0.9));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void Probability_outside_zero_to_one_is_refused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantiles.At([1, 2], probability));
}
