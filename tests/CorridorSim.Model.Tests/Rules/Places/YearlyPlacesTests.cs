using CorridorSim.Model.Rules.Places;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>When places of a year fall due: submodel 6 of the model's description.</summary>
public sealed class YearlyPlacesTests
{
    private const double Never = double.NegativeInfinity;

    [Theory]
    [InlineData(1200, 0, Never, 2022, 1200, true, 1200)]
    [InlineData(1200, 1200, 2022, 2022, 0, false, 1200)]
    [InlineData(1200, 1200, 2022, 2023, 1200, true, 1200)]
    [InlineData(1500, 1200, 2022, 2022, 300, false, 1500)]
    [InlineData(900, 1200, 2022, 2022, 0, false, 1200)]
    [InlineData(0, 1200, 2022, 2023, 0, false, 1200)]
    [InlineData(0, 0, Never, 2022, 0, false, 0)]
    [InlineData(0.5, 0, Never, 2022, 0.5, true, 0.5)]
    public void They_are_due_once_a_year_and_later_only_by_what_they_grow(
        double places, double granted, double lastYear, double year, double due, bool isNew, double grantedAfter)
    {
        var result = new YearlyPlaces(Each(places), Each(granted), Each(lastYear), Each(year));

        Assert.Equal(due, One(result.Due));
        Assert.Equal(isNew, IsSet(result.IsNew));
        Assert.Equal(grantedAfter, One(result.Granted));
        Assert.Equal(isNew ? year : lastYear, One(result.Year));
    }

    [Fact]
    public void A_lot_that_closes_and_opens_again_in_a_year_is_not_filled_twice()
    {
        var (granted, year, sum) = (Each(0), Each(Never), 0.0);
        foreach (var places in new double[] { 0, 600, 600, 0, 0, 600, 800, 600 })
        {
            var result = new YearlyPlaces(Each(places), granted, year, Each(5));
            (granted, year) = (result.Granted, result.Year);
            sum += One(result.Due);
        }

        Assert.Equal(800, sum);
    }
}
