using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>The people at a waiting place: submodel 4 of the model's description.</summary>
public sealed class WaitingDecisionTests
{
    /// <summary>By hand: of 1000, 200 have appointments; half of 800 decide: 100 cross, 0.4 of 300 turn back, a quarter of 120 settles.</summary>
    [Fact]
    public void Appointments_come_first_then_crossing_then_turning_back()
    {
        var decision = Of(1000, 200, 0.5, 0.25, 0.4, 0.25);

        Assert.Equal(200, One(decision.AtPort), 9);
        Assert.Equal(100, One(decision.Crossing), 9);
        Assert.Equal(30, One(decision.Staying), 9);
        Assert.Equal(90, One(decision.GivingUp), 9);
        Assert.Equal(580, One(decision.Left(Each(1000))), 9);
    }

    [Theory]
    [InlineData(0, 200, 0, 0)]
    [InlineData(100, 200, 100, 0)]
    [InlineData(100, 100, 100, 0)]
    [InlineData(100, 0, 0, 100)]
    public void No_more_keep_appointments_than_wait_and_who_is_left_over_decides(double waiting, double appointments, double atPort, double crossing)
    {
        var decision = Of(waiting, appointments, 1, 1, 1, 1);

        Assert.Equal(atPort, One(decision.AtPort));
        Assert.Equal(crossing, One(decision.Crossing));
        Assert.Equal(0, One(decision.Left(Each(waiting))));
    }

    [Fact]
    public void Who_waits_at_home_does_not_turn_back()
    {
        var decision = Of(1000, 0, 1, 0.25, 0, 1);

        Assert.Equal(0, One(decision.GivingUp));
        Assert.Equal(0, One(decision.Staying));
        Assert.Equal(750, One(decision.Left(Each(1000))));
    }

    [Fact]
    public void Nobody_is_lost_and_nobody_counted_twice() =>
        Gen.Select(Persons, Persons, Share, Share, Share, Share).Sample((waiting, appointments, deciding, crossing, turning, staying) =>
        {
            var decision = Of(waiting, appointments, deciding, crossing, turning, staying);
            double[] flows = [One(decision.AtPort), One(decision.Crossing), One(decision.Staying), One(decision.GivingUp), One(decision.Left(Each(waiting)))];

            Assert.All(flows, f => Assert.True(f >= -1e-9 * waiting, $"{f}"));
            Assert.Equal(waiting, flows.Sum(), 1e-6);
        });

    private static WaitingDecision Of(double waiting, double appointments, double deciding, double crossing, double turning, double staying) =>
        new(Each(waiting), Each(appointments), Each(deciding), Each(crossing), Each(turning), Each(staying));
}
