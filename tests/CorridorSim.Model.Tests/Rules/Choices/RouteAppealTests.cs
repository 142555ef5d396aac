using CorridorSim.Model.Rules.Choices;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Choices;

/// <summary>How a route draws: submodel 5 of the model's description.</summary>
public sealed class RouteAppealTests
{
    /// <summary>eta ln J + ln A - visa penalty - dread.</summary>
    [Theory]
    [InlineData(0.9, 1, 1, 0, 0, 0)]
    [InlineData(0.9, 1, 1, 2.8, 0.5, -3.3)]
    [InlineData(1, 0.5, 1, 0, 0, -0.6931471805599453)]
    [InlineData(2, 0.5, 1, 0, 0, -1.3862943611198906)]
    [InlineData(0, 0.5, 0.5, 0, 0, -0.6931471805599453)]
    public void Value_and_awareness_draw_and_visa_and_dread_repel(double elasticity, double value, double aware, double penalty, double dread, double appeal) =>
        Assert.Equal(appeal, One(RouteAppeal.ToDestination(Each(elasticity), Each(Math.Log(value)), Each(aware), Each(penalty), Each(dread))), 12);

    [Fact]
    public void Who_has_not_heard_of_it_does_not_come() =>
        Assert.True(One(RouteAppeal.ToDestination(Each(1), Each(0), Each(0), Each(0), Each(0))) < -600);

    /// <summary>1.5 eta ln(success) - theta cost.</summary>
    [Theory]
    [InlineData(0.9, 1, 0.3, 0, 0)]
    [InlineData(0.9, 1, 0.3, 5, -1.5)]
    [InlineData(2, 0.5, 0, 5, -2.0794415416798357)]
    [InlineData(2, 0.5, 0.3, 5, -3.5794415416798357)]
    public void Legs_that_are_left_repel_by_danger_and_cost(double elasticity, double success, double sensitivity, double cost, double appeal) =>
        Assert.Equal(appeal, One(RouteAppeal.OfLegs(Each(elasticity), Each(success), Each(sensitivity), Each(cost))), 12);

    [Fact]
    public void A_dearer_way_never_draws_more() =>
        Gen.Select(Gen.Double[0, 3], Gen.Double[0.01, 1], Gen.Double[0, 1], Gen.Double[0, 20]).Sample((elasticity, success, sensitivity, cost) =>
            Assert.True(
                One(RouteAppeal.OfLegs(Each(elasticity), Each(success), Each(sensitivity), Each(cost + 1)))
                <= One(RouteAppeal.OfLegs(Each(elasticity), Each(success), Each(sensitivity), Each(cost)))));
}
