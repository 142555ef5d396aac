using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Routes;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Who comes to claim: submodel 13 of the model's description.</summary>
public sealed class ClaimArrivalsTests
{
    /// <summary>U + g U (1 - U) / 4.</summary>
    [Theory]
    [InlineData(0, 0.5, 0)]
    [InlineData(1, 0.5, 1)]
    [InlineData(0.5, 0, 0.5)]
    [InlineData(0.5, 0.8, 0.55)]
    [InlineData(0.2, 0.5, 0.22)]
    [InlineData(0.5, 100, 1)]
    [InlineData(0.5, -100, 0)]
    public void A_way_spreads_from_person_to_person_until_all_use_it(double uptake, double growth, double after) =>
        Assert.Equal(after, One(ClaimArrivals.Spread(Each(uptake), Each(growth))), 12);

    [Fact]
    public void Uptake_stays_a_share_and_never_shrinks_while_it_spreads() =>
        Gen.Select(Share, Gen.Double[0, 4]).Sample((uptake, growth) =>
        {
            var after = One(ClaimArrivals.Spread(Each(uptake), Each(growth)));
            Assert.InRange(after, uptake, 1);
        });

    [Theory]
    [InlineData(0, 0.5, 1)]
    [InlineData(0.8, 0, 1)]
    [InlineData(0.8, 0.5, 0.6)]
    [InlineData(1, 1, 0)]
    public void A_way_that_replaces_another_takes_its_share_in_full_use(double replaced, double uptake, double left) =>
        Assert.Equal(left, One(ClaimArrivals.NotReplaced(Each(replaced), Each(uptake))), 12);

    /// <summary>J^eta.</summary>
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, -2, 1)]
    [InlineData(1, -0.6931471805599453, 0.5)]
    [InlineData(2, -0.6931471805599453, 0.25)]
    public void Who_may_be_turned_back_comes_less(double elasticity, double logSuccess, double factor) =>
        Assert.Equal(factor, One(ClaimArrivals.Drawn(Each(elasticity), Each(logSuccess))), 12);

    [Theory]
    [InlineData(0.25, 400, 1, 0, 0, 100)]
    [InlineData(0.25, 400, 1.5, 0, 0, 150)]
    [InlineData(0.25, 400, 1, 0.6931471805599453, 0, 200)]
    [InlineData(0.25, 400, 1, 0.6931471805599453, -0.6931471805599453, 100)]
    [InlineData(0, 400, 1, 0, 0, 0)]
    [InlineData(0.25, 400, 0, 0, 0, 0)]
    public void They_come_by_level_factor_push_and_shock(double span, double level, double factor, double push, double shock, double persons) =>
        Assert.Equal(persons, One(ClaimArrivals.Persons(Each(span), Each(level), Each(factor), Each(push), Each(shock))), 9);

    /// <summary>min(persons / 4, all) / all.</summary>
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(100, 100, 0.25)]
    [InlineData(400, 100, 1)]
    [InlineData(1e9, 100, 1)]
    [InlineData(100, 0, 0)]
    public void No_more_are_turned_back_than_come(double persons, double all, double share) =>
        Assert.Equal(share, One(ClaimArrivals.TurnedShare(Each(persons), Each(all))), 12);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, -0.6931471805599453)]
    [InlineData(1, -5.298317366548036)]
    [InlineData(0.999, -5.298317366548036)]
    public void The_chance_is_never_seen_as_less_than_that_at_a_border(double turned, double logSuccess) =>
        Assert.Equal(logSuccess, One(ClaimArrivals.LogSuccess(Each(turned))), 12);

    [Fact]
    public void The_lowest_chance_is_that_of_borders() =>
        Assert.Equal(SuccessBounds.Minimum, Math.Exp(One(ClaimArrivals.LogSuccess(Each(1)))), 12);
}
