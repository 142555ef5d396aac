using CorridorSim.Dashboard.Shared.Charts;

namespace CorridorSim.Dashboard.Tests.Charts;

public sealed class BandOutlineTests
{
    private const double None = double.NaN;

    [Theory]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 4.0, 5, 6 }, "0:4 1:5 2:6 2:3 1:2 0:1")]
    [InlineData(new[] { 1.0, None, 3 }, new[] { 4.0, None, 6 }, "0:4 0:1 : 2:6 2:3")]
    [InlineData(new[] { None, 2.0, 3, None, 5, None }, new[] { None, 5.0, 6, None, 8, None }, "1:5 2:6 2:3 1:2 : 4:8 4:5")]
    [InlineData(new[] { 1.0, 2 }, new[] { 4.0, None }, "0:4 0:1")]
    [InlineData(new[] { None, None }, new[] { None, None }, "")]
    [InlineData(new[] { double.NegativeInfinity, 2 }, new[] { 4.0, 5 }, "1:5 1:2")]
    public void A_band_ends_where_there_is_no_interval_and_begins_anew_behind_the_gap(double[] lower, double[] upper, string outline) =>
        Assert.Equal(outline, string.Join(' ', BandOutline.Of(lower, upper).Select(c => $"{c.Place}:{c.Value}")));
}
