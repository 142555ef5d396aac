using CorridorSim.Model.Rules.Clauses;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>Conditions that act and let go: submodel 11 of the model's description.</summary>
public sealed class ConditionSwitchTests
{
    /// <summary>Threshold 100, release 60, for a month: four ticks, of which the clock has had three.</summary>
    [Theory]
    [InlineData(0, 0.75, 101, 1, 0)]
    [InlineData(0, 0.75, 100, 0, 0)]
    [InlineData(0, 0.5, 101, 0, 0.75)]
    [InlineData(0, 0, 101, 0, 0.25)]
    [InlineData(0, 0.75, 99, 0, 0)]
    [InlineData(1, 0.75, 59, 0, 0)]
    [InlineData(1, 0.5, 59, 1, 0.75)]
    [InlineData(1, 0.75, 80, 1, 0)]
    [InlineData(1, 0.75, 61, 1, 0)]
    [InlineData(1, 0.75, 60, 0, 0)]
    public void Above_its_threshold_it_acts_and_below_its_release_it_lets_go_once_its_months_are_over(double acts, double months, double level, double actsAfter, double monthsAfter)
    {
        var next = Of(acts, months, level, above: true, 100, 60, 1);

        Assert.Equal(actsAfter, One(next.Acts));
        Assert.Equal(monthsAfter, One(next.Months));
    }

    [Theory]
    [InlineData(0, 39, 1)]
    [InlineData(0, 41, 0)]
    [InlineData(1, 61, 0)]
    [InlineData(1, 50, 1)]
    [InlineData(1, 60, 0)]
    public void Below_its_threshold_where_it_is_one_from_below(double acts, double level, double actsAfter) =>
        Assert.Equal(actsAfter, One(Of(acts, 0, level, above: false, 40, 60, 0).Acts));

    /// <summary>A release beyond the threshold, or none (infinite), means the threshold.</summary>
    [Theory]
    [InlineData(true, 150, 99)]
    [InlineData(true, double.PositiveInfinity, 99)]
    [InlineData(false, 50, 101)]
    [InlineData(false, double.NegativeInfinity, 101)]
    public void It_lets_go_at_the_threshold_at_the_latest(bool above, double release, double level)
    {
        Assert.Equal(0, One(Of(1, 0, level, above, 100, release, 0).Acts));
        Assert.Equal(1, One(Of(1, 0, above ? 101 : 99, above, 100, release, 0).Acts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_level_that_is_not_a_number_changes_neither_state_nor_clock(double acts)
    {
        var next = Of(acts, 0.75, double.NaN, above: true, 100, 60, 0);

        Assert.Equal(acts, One(next.Acts));
        Assert.Equal(0.75, One(next.Months));
    }

    [Fact]
    public void Without_months_it_follows_its_level_at_once_and_never_acts_by_half() =>
        Gen.Select(Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0)), Persons, Persons, Gen.Double[0, 1]).Sample((acts, level, threshold, release) =>
        {
            var next = One(Of(acts, 0, level, above: true, threshold, threshold * release, 0).Acts);

            Assert.True(next is 0 or 1);
            Assert.True(level > threshold ? next == 1 : level <= threshold * release || acts == 0 ? next == 0 : next == 1);
        });

    [Theory]
    [InlineData(true, 5, 4, true)]
    [InlineData(true, 4, 4, false)]
    [InlineData(false, 3, 4, true)]
    [InlineData(false, 4, 4, false)]
    [InlineData(true, double.NaN, 4, false)]
    public void Past_is_beyond_the_mark_on_the_side_on_which_it_acts(bool above, double level, double mark, bool isPast) =>
        Assert.Equal(isPast, IsSet(new ConditionTerms(above, Each(0), Each(0), Each(0)).IsPast(Each(level), Each(mark))));

    private static ConditionSwitch Of(double acts, double months, double level, bool above, double threshold, double release, double forMonths) =>
        new(Each(acts), Each(months), Each(level), new ConditionTerms(above, Each(threshold), Each(release), Each(forMonths)));
}
