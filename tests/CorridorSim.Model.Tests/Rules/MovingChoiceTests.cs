using CorridorSim.Model.Rules;
using CsCheck;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>The nested logit: submodel 5 of the model's description.</summary>
public sealed class MovingChoiceTests
{
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
