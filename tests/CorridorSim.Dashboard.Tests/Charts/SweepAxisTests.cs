using CorridorSim.Dashboard.Pages.Sweep;
using CorridorSim.Model.Inputs;

namespace CorridorSim.Dashboard.Tests.Charts;

public sealed class SweepAxisTests
{
    [Fact]
    public void Dates_of_an_axis_are_read_as_dates_and_brushed_as_what_they_are_counted_in()
    {
        var axis = new SweepAxis("start", "start", InputSlot.Month, [24273, 24273 + (14.0 / 31), 24276]);

        Assert.Equal(["2022-10", "2022-10-15", "2023-01"], axis.Values.Select(axis.Plain));
        Assert.Equal(["2022-10", "2022-10-15", "2023-01"], axis.Values.Select(axis.Exact));
        Assert.Equal(("2022-10", "2023-01"), (axis.Rounded(axis.Least), axis.Rounded(axis.Greatest)));
        Assert.Equal([true, true, false], axis.Values.Select(Brush.TryParse("start~24273~24274")!.Holds));
    }

    [Fact]
    public void Numbers_of_an_axis_stay_numbers()
    {
        var axis = new SweepAxis("places", "places", "persons/month", [3000, 24273]);

        Assert.Equal("24273", axis.Exact(axis.Greatest));
        Assert.DoesNotContain("2022", axis.Plain(axis.Greatest), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start~1,000~2,000")]
    [InlineData("start~NaN~1")]
    [InlineData("start~+1~2")]
    [InlineData("start~ 1~2")]
    [InlineData("start~1~1e999")]
    [InlineData("start~1")]
    [InlineData("")]
    public void A_brush_whose_ends_are_no_numbers_is_none(string text) => Assert.Null(Brush.TryParse(text));
}
