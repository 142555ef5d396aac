using CorridorSim.Model.Rules.Choices;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>The nested logit: submodel 5 of the model's description.</summary>
public sealed class MovingChoiceTests
{
    /// <summary>e^(U / scale).</summary>
    [Theory]
    [InlineData(0, 0.6, 1)]
    [InlineData(0.6, 0.6, 2.718281828459045)]
    [InlineData(-0.6, 0.6, 0.36787944117144233)]
    [InlineData(2, 0.5, 54.598150033144236)]
    [InlineData(-1e6, 0.5, 9.85967654375977E-305)]
    public void A_way_weighs_more_the_more_it_is_worth(double utility, double scale, double weight) =>
        Assert.Equal(1, One(MovingChoice.Weight(Each(utility), Each(scale))) / weight, 12);

    [Theory]
    [InlineData(1e-305, 0)]
    [InlineData(1e-200, 0)]
    [InlineData(1e-199, 1e-199)]
    [InlineData(3, 3)]
    public void A_way_of_next_to_no_weight_is_closed(double weight, double counted) => Assert.Equal(counted, One(MovingChoice.UnlessClosed(Each(weight))));

    [Theory]
    [InlineData(0.5, 4, 2)]
    [InlineData(0.5, 0.25, 0.5)]
    [InlineData(0.5, 0, 0)]
    [InlineData(0.5, -1, 0)]
    [InlineData(1, 4, 4)]
    public void A_nest_without_a_way_has_no_odds(double scale, double sum, double odds) =>
        Assert.Equal(odds, One(MovingChoice.OddsOfAny(Each(scale), Each(sum))), 12);

    /// <summary>Red and blue bus: two ways that are quite alike draw as much as one, quite unlike ones twice as much.</summary>
    [Theory]
    [InlineData(0.001, 1)]
    [InlineData(0.5, 1.4142135623730951)]
    [InlineData(1, 2)]
    public void Two_ways_draw_more_than_one_the_less_they_are_alike(double scale, double times)
    {
        var one = One(MovingChoice.Odds(Each(scale), MovingChoice.Weight(Each(0.2), Each(scale))));
        var two = One(MovingChoice.Odds(Each(scale), MovingChoice.Weight(Each(0.2), Each(scale)) * Each(2)));

        Assert.Equal(times, two / one, 2);
    }

    /// <summary>(sum)^scale; the odds of nothing are next to none.</summary>
    [Theory]
    [InlineData(1, 4, 4)]
    [InlineData(0.5, 4, 2)]
    [InlineData(0.25, 1, 1)]
    [InlineData(1, 0, 1e-300)]
    public void Odds_of_a_nest_are_its_sum_to_the_power_of_its_scale(double scale, double sum, double odds) =>
        Assert.Equal(odds, One(MovingChoice.Odds(Each(scale), Each(sum))), 12);

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(100, 1, 50)]
    [InlineData(100, 3, 75)]
    [InlineData(0, 3, 0)]
    public void Of_those_who_consider_it_the_odds_decide_who_moves(double pool, double odds, double leaving) =>
        Assert.Equal(leaving, One(MovingChoice.Leaving(Each(pool), Each(odds))), 12);

    [Fact]
    public void Never_more_leave_than_consider_it_and_better_odds_move_more() =>
        Gen.Select(Persons, Gen.Double[0, 1e6]).Sample((pool, odds) =>
        {
            var leaving = One(MovingChoice.Leaving(Each(pool), Each(odds)));
            Assert.InRange(leaving, 0, pool);
            Assert.True(One(MovingChoice.Leaving(Each(pool), Each(odds + 1))) >= leaving);
        });
}
