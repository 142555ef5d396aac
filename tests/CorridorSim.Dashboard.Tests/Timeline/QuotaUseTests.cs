using CorridorSim.Dashboard.Pages.Run;

namespace CorridorSim.Dashboard.Tests.Timeline;

public sealed class QuotaUseTests
{
    private static readonly double[][] Places = [[0, 100, 100, 100], [0, 100, 100, 100]];

    [Fact]
    public void The_first_month_in_which_half_of_the_replicates_use_all_places_is_found()
    {
        Assert.Equal((2, 1), QuotaUse.First([[0, 50, 95, 100], [0, 50, 60, 100]], Places));
        Assert.Equal((3, 2), QuotaUse.First([[0, 50, 94, 100], [0, 50, 60, 95]], Places));
    }

    [Fact]
    public void Places_that_stay_free_are_never_used_up()
    {
        Assert.Null(QuotaUse.First([[0, 50, 60, 70], [0, 50, 60, 70]], Places));
    }

    [Fact]
    public void More_people_without_any_place_added_are_no_hit()
    {
        Assert.Null(QuotaUse.First([[100, 100, 100, 100]], [[0, 0, 0, 0]]));
    }

    [Fact]
    public void Failed_replicates_are_no_hit()
    {
        Assert.Null(QuotaUse.First([[double.NaN, double.NaN, double.NaN, double.NaN]], [[0, 100, 100, 100]]));
    }
}
