using CorridorSim.Model.Lanes;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Lanes;

public sealed class LaneMathTests
{
    [Theory]
    [InlineData(6, 3, 2)]
    [InlineData(6, 0, 0)]
    [InlineData(6, -3, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 0, 0)]
    [InlineData(6, double.NaN, 0)]
    [InlineData(6, double.PositiveInfinity, 0)]
    public void A_ratio_of_a_rule_is_nothing_where_there_is_nothing_to_divide_by(double numerator, double denominator, double ratio) =>
        Assert.Equal(ratio, One(LaneMath.Ratio(Each(numerator), Each(denominator))));

    [Theory]
    [InlineData(6, 3, 2)]
    [InlineData(6, 0, double.NaN)]
    [InlineData(0, -1, double.NaN)]
    public void A_figure_of_nobody_is_no_number(double numerator, double denominator, double quotient) =>
        Assert.True(LaneMath.Quotient(Each(numerator), Each(denominator))[3].Equals(quotient));

    [Theory]
    [InlineData(0, -690.7755278982137)]
    [InlineData(-5, -690.7755278982137)]
    [InlineData(1, 0)]
    [InlineData(2.718281828459045, 1)]
    public void A_logarithm_is_always_finite(double x, double log) => Assert.Equal(log, One(LaneMath.SafeLog(Each(x))), 12);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2.718281828459045)]
    [InlineData(-1e9, 9.85967654375977E-305)]
    [InlineData(1e9, 1.0142320547350045E+304)]
    public void An_exponential_is_always_finite(double x, double exp) => Assert.Equal(1, One(LaneMath.SafeExp(Each(x))) / exp, 12);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0.3, 0.3)]
    [InlineData(7, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    public void Clamping_keeps_within_both_bounds(double x, double clamped) => Assert.Equal(clamped, One(LaneMath.Clamp(Each(x), 0, 1)));

    /// <summary>Once a month each: 1 - (1 - share)^4 = 1 - 1 / e.</summary>
    [Fact]
    public void Those_ready_consider_it_once_a_month()
    {
        Assert.Equal(LaneMath.ConsideringShare, 1 - Math.Exp(-LaneMath.TickMonths), 15);
        Assert.Equal(1, LaneMath.TickMonths * LaneMath.TicksPerMonth);
        Assert.Equal(365.25, LaneMath.DaysPerMonth * Units.MonthsOfYear);
    }
}
