using CorridorSim.Model.Rules.Routes;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>Value of arriving and the choice at the border, submodel 4 of the model's description.</summary>
public sealed class BorderChoiceTests
{
    /// <summary>By hand: x = S^nu / (S^nu + (V + g0)^nu) and g0 / (V + g0).</summary>
    [Theory]
    [InlineData(0.5, 0, 0.5, 1, 0.5, 1)]
    [InlineData(0.5, 0.3, 0.2, 2, 0.5, 0.4)]
    [InlineData(0.9, 0, 0.1, 1, 0.9, 1)]
    [InlineData(0.2, 0.6, 0.2, 1, 0.2, 0.25)]
    [InlineData(0.2, 0.6, 0.2, 2, 0.04 / 0.68, 0.25)]
    public void Shares_follow_the_logit(double success, double appointment, double giveUp, double sharpness, double crossing, double goingHome)
    {
        var choice = new BorderChoice(Each(Math.Log(success)), Each(appointment), Each(giveUp), Each(sharpness));

        Assert.Equal(crossing, One(choice.Crossing), 12);
        Assert.Equal(goingHome, One(choice.GoingHome), 12);
    }

    [Fact]
    public void Shares_are_shares_and_better_success_draws_more_across() =>
        Gen.Select(Gen.Double[0.005, 0.99], Share, Gen.Double[0.01, 2], Gen.Double[0.1, 8]).Sample((success, appointment, giveUp, sharpness) =>
        {
            var choice = new BorderChoice(Each(Math.Log(success)), Each(appointment), Each(giveUp), Each(sharpness));
            var better = new BorderChoice(Each(Math.Log(success + 0.005)), Each(appointment), Each(giveUp), Each(sharpness));

            Assert.InRange(One(choice.Crossing), 0, 1);
            Assert.Equal(1, One(choice.Crossing) + One(choice.Staying), 1e-12);
            Assert.InRange(One(choice.GoingHome), 0, 1);
            Assert.True(One(better.Crossing) >= One(choice.Crossing));
        });

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(100, 0, 0)]
    [InlineData(100, 50, 2)]
    [InlineData(1e6, 1, 120)]
    public void A_wait_is_people_over_pace_and_has_an_end(double waiting, double pace, double months) =>
        Assert.Equal(months, One(BorderChoice.Wait(Each(waiting), Each(pace))));

    [Theory]
    [InlineData(0, 0.8, 0.1, 0, 0)]
    [InlineData(1e-9, 0.8, 0.1, 0, 0)]
    [InlineData(10, 0.8, 0.1, 0, 0.8)]
    [InlineData(10, 0.8, 0.1, 10, 0.29430355293715387)]
    [InlineData(10, 0, 0.1, 10, 0)]
    public void An_appointment_is_worth_less_the_longer_the_wait_and_nothing_where_there_is_none(double pace, double success, double sensitivity, double wait, double value) =>
        Assert.Equal(value, One(BorderChoice.AppointmentValue(Each(pace), Each(success), Each(sensitivity), Each(wait))), 12);

    [Theory]
    [InlineData(0.25, 0, 3.5, 0.25)]
    [InlineData(0.25, 0.2, 1, 0.45)]
    [InlineData(0.25, 0.2, 5, 0.26458102299)]
    [InlineData(0.2, 0.4, 3.5, 0.40979784697)]
    [InlineData(1, 0.5, 3.5, 1)]
    [InlineData(0.5, 1, 3.5, 1)]
    public void Arriving_is_worth_the_inclusive_value_of_both_ways_and_at_most_one(double success, double appointment, double sharpness, double value) =>
        Assert.Equal(value, One(BorderChoice.ValueOfArriving(Each(Math.Log(success)), Each(appointment), Each(sharpness))), 9);
}
