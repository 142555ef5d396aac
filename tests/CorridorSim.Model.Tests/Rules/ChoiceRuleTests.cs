using CorridorSim.Model.Rules;
using CsCheck;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules;

/// <summary>Choice, awareness and renewal: submodels 3, 5 and 9 of the model's description.</summary>
public sealed class ChoiceRuleTests
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

    /// <summary>By hand with beta 0.4, epsilon 1, alpha 0.1, T 2: (0.2 + 0.25 x 0.4 x J x 0.3 x (1 - 0.2 / K)) / 1.125.</summary>
    [Theory]
    [InlineData(0.2, 1, 1, 0.224 / 1.125)]
    [InlineData(0.2, 1, 0.5, 0.212 / 1.125)]
    [InlineData(0.2, 0.4, 1, 0.215 / 1.125)]
    [InlineData(0.2, 0.1, 1, 0.2 / 1.125)]
    [InlineData(0, 1, 1, 0.01 / 1.125)]
    public void Awareness_spreads_by_those_aware_up_to_its_ceiling_and_fades(double aware, double ceiling, double value, double after) =>
        Assert.Equal(after, One(WordOfMouth.Spread(Each(aware), Each(ceiling), Each(value), Terms(0.4, 1, 0.1, 2))), 12);

    [Fact]
    public void Awareness_is_never_negative_and_grows_with_what_arriving_pays() =>
        Gen.Select(Share, Gen.Double[0.01, 1], Gen.Double[0, 0.9], Gen.Double[0, 4], Gen.Double[0.1, 60]).Sample((aware, ceiling, value, rate, forgetting) =>
        {
            var terms = Terms(rate, 0.8, 0.001, forgetting);
            var after = One(WordOfMouth.Spread(Each(aware), Each(ceiling), Each(value), terms));
            Assert.True(after >= 0);
            Assert.True(One(WordOfMouth.Spread(Each(aware), Each(ceiling), Each(value + 0.1), terms)) >= after);
        });

    [Theory]
    [InlineData(0.5, 0.5, 0.25)]
    [InlineData(1, 3, 1)]
    [InlineData(0, 0, 1e-6)]
    public void The_ceiling_of_a_nationality_is_at_most_one_and_never_nothing(double ceiling, double factor, double expected) =>
        Assert.Equal(expected, One(AwarenessCeiling.Of(Each(ceiling), Each(factor))), 12);

    /// <summary>dt r max(0, m P - R - Q) with dt a quarter of a month.</summary>
    [Theory]
    [InlineData(0.1, 1000, 40, 20, 0.5, 5)]
    [InlineData(0.1, 1000, 80, 20, 0.5, 0)]
    [InlineData(0.1, 1000, 200, 0, 0.5, 0)]
    [InlineData(0.1, 1000, 0, 0, 0, 0)]
    public void The_ready_pool_refills_towards_its_share_of_the_residents(double share, double residents, double ready, double queued, double renewal, double growth) =>
        Assert.Equal(growth, One(ReadyPool.Growth(Each(share), Each(residents), Each(ready), Each(queued), Each(renewal))), 12);

    [Fact]
    public void The_pool_is_never_filled_beyond_its_share() =>
        Gen.Select(Share, Persons, Share, Share, Gen.Double[0, 4]).Sample((share, residents, ready, queued, renewal) =>
        {
            var (r, q) = (ready * residents, queued * residents);
            var growth = One(ReadyPool.Growth(Each(share), Each(residents), Each(r), Each(q), Each(renewal)));
            Assert.True(growth >= 0);
            Assert.True(growth <= Math.Max(0, (share * residents) - r - q) * (1 + 1e-12));
        });

    [Theory]
    [InlineData(0.1, 1000, 30, 70)]
    [InlineData(0.1, 1000, 300, 0)]
    public void Who_queues_at_the_start_is_not_ready_as_well(double share, double residents, double queued, double ready) =>
        Assert.Equal(ready, One(ReadyPool.Start(Each(share), Each(residents), Each(queued))), 12);

    private static WordOfMouthTerms Terms(double rate, double elasticity, double innovation, double forgetting) =>
        new(Each(rate), Each(elasticity), Each(innovation), Each(forgetting));
}
