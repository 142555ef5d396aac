using CorridorSim.Model.Rules.Places;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>What a clause that counts people may still give out: submodel 17 of the model's description.</summary>
public sealed class PlacesLeftTests
{
    [Theory]
    [InlineData(0, 72000, false)]
    [InlineData(71999, 72000, false)]
    [InlineData(72000 - 1e-5, 72000, true)]
    [InlineData(72000, 72000, true)]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, true)]
    public void A_ceiling_is_used_up_when_somebody_was_moved_and_nobody_more_may_be(double counted, double ceiling, bool isUsedUp) =>
        Assert.Equal(isUsedUp, PlacesLeft.IsUsedUp(counted, ceiling));

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
}
