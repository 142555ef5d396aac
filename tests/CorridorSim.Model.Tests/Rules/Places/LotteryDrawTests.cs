using CorridorSim.Model.Rules.Places;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>Places that are drawn: submodel 6 of the model's description.</summary>
public sealed class LotteryDrawTests
{
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
    [InlineData(0.25, 0.5, false, 0.5)]
    [InlineData(0.25, 0, false, 0.25)]
    [InlineData(0.25, 0.5, true, 0.25)]
    [InlineData(0.25, 0, true, 0)]
    public void Even_half_a_place_opens_the_window(double before, double places, bool isNew, double months) =>
        Assert.Equal(months, One(LotteryDraw.MonthsOpen(Each(before), Each(places), Mask(isNew))));
}
