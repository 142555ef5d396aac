using CorridorSim.Model.Rules.Routes;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>The journey: submodel 7 of the model's description.</summary>
public sealed class LegOutcomeTests
{
    /// <summary>By hand: 100 reach, 80 set out, 20 are detected (10 sent home), 60 pass, 6 die, 13.5 settle.</summary>
    [Fact]
    public void Of_those_who_reach_a_leg_some_are_sent_home_give_up_die_settle_and_go_on()
    {
        var leg = Of(100, 0.8, 0.25, 0.5, 0.1, 0.25);

        Assert.Equal(20, One(leg.Detected), 9);
        Assert.Equal(10, One(leg.SentHome), 9);
        Assert.Equal(10, One(leg.GivingUp), 9);
        Assert.Equal(60, One(leg.Passing), 9);
        Assert.Equal(6, One(leg.Dead), 9);
        Assert.Equal(13.5, One(leg.Staying), 9);
        Assert.Equal(40.5, One(leg.Onward), 9);
    }

    [Theory]
    [InlineData(0, 0.3, 0)]
    [InlineData(1, 1, 0)]
    public void Nobody_passes_a_closed_leg_or_total_detection(double openness, double detection, double passing) =>
        Assert.Equal(passing, One(Of(100, openness, detection, 0.5, 0.1, 0.1).Passing));

    [Fact]
    public void Nobody_is_lost_and_no_flow_is_negative() =>
        Gen.Select(Persons, Share, Share, Share, Share, Share).Sample((reaching, open, detection, giveUp, death, stay) =>
        {
            var leg = Of(reaching, open, detection, giveUp, death, stay);
            double[] flows = [One(leg.Detected), One(leg.SentHome), One(leg.GivingUp), One(leg.Dead), One(leg.Staying), One(leg.Onward)];

            Assert.All(flows, f => Assert.True(f >= -1e-9 * reaching, $"{f}"));
            Assert.Equal(One(leg.Passing), One(leg.Dead) + One(leg.Staying) + One(leg.Onward), 1e-6);
            Assert.True(One(leg.SentHome) + One(leg.GivingUp) + One(leg.Passing) <= reaching * (1 + 1e-12));
        });

    [Theory]
    [InlineData(1, 0, 0, 0, 1)]
    [InlineData(0.5, 0.4, 0.5, 0.1, 0.36)]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1, 1, 1, 0, 0)]
    [InlineData(1, 1, 0, 1, 0)]
    public void The_chance_of_a_leg_is_open_not_sent_home_and_alive(double open, double detection, double giveUp, double death, double chance) =>
        Assert.Equal(chance, One(LegOutcome.Success(Each(open), Each(detection), Each(giveUp), Each(death))), 12);

    [Fact]
    public void The_chance_of_a_leg_is_a_share_and_danger_lowers_it() =>
        Gen.Select(Share, Share, Share, Gen.Double[0, 0.9]).Sample((open, detection, giveUp, death) =>
        {
            var chance = One(LegOutcome.Success(Each(open), Each(detection), Each(giveUp), Each(death)));
            Assert.InRange(chance, 0, 1);
            Assert.True(One(LegOutcome.Success(Each(open), Each(detection), Each(giveUp), Each(death + 0.1))) <= chance);
        });

    private static LegOutcome Of(double reaching, double open, double detection, double giveUp, double death, double stay) =>
        new(Each(reaching), Each(open), Each(detection), Each(giveUp), Each(giveUp), Each(death), Each(stay));
}
