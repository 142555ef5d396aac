using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Routes;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>A waiting place in balance: the initialisation of the model's description.</summary>
public sealed class BorderBalanceTests
{
    [Theory]
    [InlineData(1000, 300, 700)]
    [InlineData(1000, 1000, 0)]
    [InlineData(1000, 4000, 0)]
    [InlineData(0, 0, 0)]
    public void Who_has_no_appointment_has_to_decide(double arriving, double appointments, double deciding) =>
        Assert.Equal(deciding, One(BorderBalance.Deciding(Each(arriving), Each(appointments))));

    /// <summary>x + (1 - x) g.</summary>
    [Theory]
    [InlineData(0.5, 1, 0.4, 0.7)]
    [InlineData(0.5, 0.5, 0.4, 0.6)]
    [InlineData(0.5, 0, 0.4, 0.5)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(0, 0, 0, 0)]
    public void Who_crosses_or_turns_back_leaves(double crossing, double turningBack, double goingHome, double leaving) =>
        Assert.Equal(leaving, One(BorderBalance.Leaving(Each(crossing), Each(turningBack), Each(goingHome))), 12);

    [Theory]
    [InlineData(700, 0.5, 0.7, 500)]
    [InlineData(700, 0, 0.7, 250)]
    [InlineData(700, 0.5, 0, 35_000)]
    [InlineData(700, 0.5, 0.005, 35_000)]
    [InlineData(0, 0.5, 0.7, 0)]
    public void As_many_wait_as_come_until_they_leave(double deciding, double months, double leaving, double waiting) =>
        Assert.Equal(waiting, One(BorderBalance.Waiting(Each(deciding), Each(months), Each(leaving))), 9);

    /// <summary>In the tick's own rule a steady inflow leaves the place as it was, to within what a tick is against the decision time.</summary>
    [Fact]
    public void The_rule_of_the_tick_keeps_what_the_start_finds() =>
        Gen.Select(Gen.Double[100, 1e5], Gen.Double[0.25, 6], Gen.Double[0.05, 1], Share).Sample((arriving, months, crossing, goingHome) =>
        {
            var leaving = BorderBalance.Leaving(Each(crossing), Each(1), Each(goingHome));
            var waiting = One(BorderBalance.Waiting(Each(arriving), Each(months), leaving));
            var inflow = arriving * LaneMath.TickMonths;
            for (var tick = 0; tick < 2000; tick++)
            {
                var decision = new WaitingDecision(
                    Each(waiting + inflow), Each(0), LaneMath.OutflowShare(Each(months)), Each(crossing), Each(goingHome), Each(0));
                waiting = One(decision.Left(Each(waiting + inflow)));
            }

            var start = One(BorderBalance.Waiting(Each(arriving), Each(months), leaving));
            Assert.InRange(waiting, start * (1 - 1e-9), start * (1 + (LaneMath.TickMonths / months)) * (1 + 1e-9));
        });
}
