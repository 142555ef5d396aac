using CorridorSim.Analysis.Forecasting;

namespace CorridorSim.Analysis.Tests.Validation;

public sealed class RivalsTests
{
    // 1 + flow doubles each month: 1, 3, 7, 15.
    private static readonly Rivals Doubling = new([(10, 1), (11, 3), (12, 7), (13, 15)], 14);

    [Fact]
    public void The_walk_goes_on_by_the_mean_change_of_the_last_months() => Assert.Equal(63, Doubling.WalkWithDrift(15), 9);

    [Fact]
    public void The_last_month_stays_and_the_trend_of_a_straight_line_is_the_line()
    {
        Assert.Equal(15, Doubling.LastMonth(20));
        Assert.Equal(31, Doubling.Trend(14), 9);
    }

    [Fact]
    public void Nothing_from_the_origin_on_is_used()
    {
        var rivals = new Rivals([(10, 1), (11, 3), (12, 7), (13, 15), (14, 9999)], 14);

        Assert.Equal(Doubling.All(16), rivals.All(16));
    }

    [Fact]
    public void Last_year_is_the_same_month_of_the_last_year_known()
    {
        var rivals = new Rivals(Enumerable.Range(0, 24).Select(m => (m, (double)m)), 24);

        Assert.Equal(12, rivals.LastYear(24));
        Assert.Equal(12, rivals.LastYear(36));
        Assert.Equal(6, rivals.Seasonal(24));
    }

    [Fact]
    public void One_month_alone_has_no_drift()
    {
        var rivals = new Rivals([(3, 5)], 4);

        Assert.True(double.IsNaN(rivals.WalkWithDrift(5)));
        Assert.Equal(5, rivals.LastMonth(5));
    }
}
