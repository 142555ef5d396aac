using CorridorSim.Model.Rules.Places;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>Whether there are places: submodel 6 of the model's description.</summary>
public sealed class OfferedPlacesTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1e-9, false)]
    [InlineData(1.1e-9, true)]
    [InlineData(1, true)]
    [InlineData(1e12, true)]
    [InlineData(-1, false)]
    [InlineData(double.NaN, false)]
    public void Next_to_none_are_none(double places, bool any) => Assert.Equal(any, IsSet(OfferedPlaces.Any(Each(places))));

    [Theory]
    [InlineData(1200, false, 1200)]
    [InlineData(1200, true, 100)]
    [InlineData(0, true, 0)]
    public void Places_of_a_year_are_a_twelfth_a_month(double places, bool isYearly, double aMonth) =>
        Assert.Equal(aMonth, One(OfferedPlaces.PerMonth(Each(places), isYearly)));
}
