using CorridorSim.Analysis.Search;
using CsCheck;

namespace CorridorSim.Analysis.Tests.Calibration;

public sealed class BoundedTransformTests
{
    public static TheoryData<double?, double?> Bounds => new() { { null, null }, { 0, null }, { null, 5 }, { -1, 2 } };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Value_inside_the_bounds_comes_back(double? lower, double? upper) =>
        Gen.Double[lower ?? -3, upper ?? 5].Where(value => !(value < lower + 1e-6) && !(value > upper - 1e-6)).Sample(value =>
        {
            var transform = new BoundedTransform(lower, upper);

            Assert.Equal(value, transform.FromLine(transform.ToLine(value)), 1e-8);
        });

    [Theory]
    [MemberData(nameof(Bounds))]
    public void No_place_of_the_line_leads_beyond_a_bound(double? lower, double? upper) =>
        Gen.Double[-1000, 1000].Sample(place =>
        {
            var value = new BoundedTransform(lower, upper).FromLine(place);

            Assert.False(value < lower);
            Assert.False(value > upper);
        });

    [Fact]
    public void Value_at_a_bound_has_a_finite_place() => Assert.True(double.IsFinite(new BoundedTransform(0, 1).ToLine(1)));

    [Fact]
    public void Logit_and_logarithm_are_used()
    {
        Assert.Equal(Math.Log(3), new BoundedTransform(0, 4).ToLine(3), 1e-12);
        Assert.Equal(Math.Log(3), new BoundedTransform(1).ToLine(4), 1e-12);
    }

    [Fact]
    public void Bounds_in_the_wrong_order_are_refused() => Assert.Throws<ArgumentException>(() => new BoundedTransform(2, 1));
}
