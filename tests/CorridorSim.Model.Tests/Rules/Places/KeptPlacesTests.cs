using CorridorSim.Model.Rules.Places;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>Places that a lot keeps: submodel 6 of the model's description.</summary>
public sealed class KeptPlacesTests
{
    [Theory]
    [InlineData(0, 400, 100)]
    [InlineData(30, 400, 130)]
    [InlineData(30, 0, 0)]
    [InlineData(0, 0.8, 0.2)]
    public void Monthly_places_are_offered_by_the_tick_with_those_left_over(double left, double places, double offer) =>
        Assert.Equal(offer, One(KeptPlaces.MonthlyOffer(Each(left), Each(places))));

    /// <summary>Left over, carried over at most, due now.</summary>
    [Theory]
    [InlineData(300, 1200, 1200, true, 100, 1300)]
    [InlineData(300, 1200, 1200, true, 0, 1200)]
    [InlineData(50, 1200, 1200, true, 100, 1250)]
    [InlineData(300, 1200, 0, false, 100, 300)]
    [InlineData(300, 1500, 300, false, 0, 600)]
    [InlineData(300, 0, 0, false, 100, 0)]
    public void Yearly_places_are_there_when_the_year_begins_and_few_go_on(double left, double places, double due, bool isNew, double carryOver, double offer) =>
        Assert.Equal(offer, One(KeptPlaces.YearlyOffer(Each(left), Each(places), Each(due), Mask(isNew), Each(carryOver))));

    [Theory]
    [InlineData(400, 100, 30, 0, 0)]
    [InlineData(400, 100, 30, 50, 50)]
    [InlineData(400, 100, 30, 1000, 70)]
    [InlineData(400, 100, 100, 1000, 0)]
    [InlineData(400, 100, 100.5, 1000, 0)]
    [InlineData(0, 0, 0, 1000, 12)]
    public void Of_unused_monthly_places_as_many_go_on_as_may_and_a_closed_lot_keeps_what_it_has(double places, double offer, double used, double carryOver, double left) =>
        Assert.Equal(left, One(KeptPlaces.AfterMonthly(Each(12), Each(places), Each(offer), Each(used), Each(carryOver))));

    [Theory]
    [InlineData(1200, 1000, 300, 700)]
    [InlineData(1200, 1000, 1000, 0)]
    [InlineData(0, 0, 0, 12)]
    public void Unused_yearly_places_all_stay_until_the_year_ends(double places, double offer, double used, double left) =>
        Assert.Equal(left, One(KeptPlaces.AfterYearly(Each(12), Each(places), Each(offer), Each(used))));

    [Fact]
    public void A_year_gives_out_no_more_than_its_places_and_what_was_carried_over() =>
        Gen.Select(Persons, Persons, Share).Sample((places, carryOver, use) =>
        {
            var (left, given) = (Each(0), 0.0);
            for (var tick = 0; tick < 96; tick++)
            {
                var isNew = tick % 48 == 0;
                var offer = KeptPlaces.YearlyOffer(left, Each(places), Each(isNew ? places : 0), Mask(isNew), Each(carryOver));
                given += use * One(offer);
                left = KeptPlaces.AfterYearly(left, Each(places), offer, Each(use * One(offer)));
            }

            Assert.InRange(given, 0, (2 * places * (1 + 1e-9)) + 1e-9);
            Assert.True(One(left) <= places + carryOver + 1e-6);
        });
}
