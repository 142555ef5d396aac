using CorridorSim.Model.Rules;
using CsCheck;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>Clauses that depend on the people they move, submodel 16, and the lottery of submodel 6.</summary>
public sealed class CountedClauseRuleTests
{
    [Theory]
    [InlineData(72000, 0, 72000)]
    [InlineData(72000, 71999.5, 0.5)]
    [InlineData(72000, 72000, 0)]
    [InlineData(0, 10, 0)]
    public void A_ceiling_leaves_what_is_not_used(double ceiling, double counted, double left) =>
        Assert.Equal(left, One(PlacesLeft.UnderCeiling(Each(ceiling), Each(counted))), 12);

    [Theory]
    [InlineData(1, 838, 0, 838)]
    [InlineData(1, 838, 838, 0)]
    [InlineData(5, 800, 1000, 3000)]
    [InlineData(0, 800, 0, 0)]
    [InlineData(1, 100, 200, 0)]
    public void An_exchange_owes_the_ratio_of_people_moved_less_what_was_given(double ratio, double other, double counted, double owed) =>
        Assert.Equal(owed, One(PlacesLeft.Owed(Each(ratio), Each(other), Each(counted))), 12);

    /// <summary>A quarter of a month of a stay of a quarter, three quarters and no time at all.</summary>
    [Theory]
    [InlineData(1000, 0, 0.25, 500)]
    [InlineData(1000, 100, 0.75, 850)]
    [InlineData(1000, 100, 0, 100)]
    [InlineData(0, 100, 12, 100)]
    public void Places_are_left_after_the_mean_stay(double inUse, double taken, double stay, double after) =>
        Assert.Equal(after, One(PlacesLeft.InUse(Each(inUse), Each(taken), Each(stay))), 9);

    [Theory]
    [InlineData(100, 100, 1)]
    [InlineData(100, 1e9, 1)]
    [InlineData(100, 25, 0.25)]
    [InlineData(100, 0, 0)]
    [InlineData(0, 0, 1)]
    public void An_offer_is_cut_to_what_is_left_and_otherwise_untouched(double offer, double left, double part) =>
        Assert.Equal(part, One(PlacesLeft.Part(Each(offer), Each(left))), 12);

    [Fact]
    public void What_is_cut_never_exceeds_what_is_left() =>
        Gen.Select(Persons, Persons).Sample((offer, left) =>
        {
            var part = One(PlacesLeft.Part(Each(offer), Each(left)));
            Assert.InRange(part, 0, 1);
            Assert.True(part * offer <= left * (1 + 1e-12));
        });

    [Theory]
    [InlineData(20000, 20000, 1)]
    [InlineData(25000, 20000, 1)]
    [InlineData(5000, 20000, 0.25)]
    [InlineData(0, 20000, 0)]
    [InlineData(0, 0, 1)]
    public void A_missed_minimum_counts_in_proportion(double counted, double minimum, double share) =>
        Assert.Equal(share, One(MinimumMet.Share(Each(counted), Each(minimum))), 12);

    [Theory]
    [InlineData(6000, 435725, 6000.0 / 435725)]
    [InlineData(100, 50, 1)]
    [InlineData(0, 50, 0)]
    [InlineData(0, 0, 1)]
    public void All_who_take_part_have_the_same_chance(double places, double applicants, double chance) =>
        Assert.Equal(chance, One(LotteryDraw.Chance(Each(places), Each(applicants))), 12);

    /// <summary>Applications from the first tick of a year on, with a window of half a month.</summary>
    [Theory]
    [InlineData(0, true, 0.25, false, 0)]
    [InlineData(0.25, false, 0.5, false, 0)]
    [InlineData(0.5, false, 0.75, true, 900)]
    [InlineData(0.75, false, 1, false, 900)]
    [InlineData(9, true, 0.25, false, 0)]
    public void Places_are_drawn_on_the_day_when_the_window_ends(double before, bool isNew, double open, bool isDay, double offer)
    {
        Assert.Equal(open, One(LotteryDraw.MonthsOpen(Each(before), Each(900), Mask(isNew))));
        Assert.Equal(Mask(isDay), LotteryDraw.IsDay(Each(before), Each(open), Each(0.5), Mask(isNew)));
        Assert.Equal(offer, One(LotteryDraw.OfferAfter(Each(900), Each(open), Each(0.5))));
        Assert.Equal(before, One(LotteryDraw.MonthsOpen(Each(before), Each(0), Mask(false))));
    }

    [Theory]
    [InlineData(299.9, 300, 120)]
    [InlineData(0, 1000, 120)]
    [InlineData(300, 400, 0)]
    [InlineData(0, 299, 0)]
    public void A_sum_is_due_once_when_the_threshold_is_passed(double before, double after, double due) =>
        Assert.Equal(due, One(ThresholdPayment.Due(Each(before), Each(after), Each(300), Each(120))), 12);
}
