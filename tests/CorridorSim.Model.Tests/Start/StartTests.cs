using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Start;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Start;

/// <summary>The first state: awareness that gives the departures of the year before, people on the way, queues in balance.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("land.0.flow", 0, 0, 800)]
    [InlineData("land.0.flow", 0, 0, 80)]
    [InlineData("land.1.flow", 0, 1, 300)]
    [InlineData("air.0.flow", 1, 0, 500)]
    [InlineData("air.0.flow", 1, 0, 5)]
    public void As_many_set_out_as_were_observed(string slot, int route, int user, double flow)
    {
        var (world, inputs) = Inputs((slot, flow));
        var start = StartAwareness.Solve(world, inputs);

        var plan = world.Routes[route];
        var departing = 0.0;
        for (var e = 0; e < plan.Entries.Count; e++)
        {
            if (world.Communities[plan.Entries[e].Community.Index].Nationality == plan.Users[user].Nationality)
            {
                departing += start.AccessStock(new RouteIndex(route), e, 0)[0] * LaneMath.DaysPerMonth / inputs[plan.Entries[e].AccessDays, 0][0];
            }
        }

        Assert.Equal(1, departing / flow, 3);
    }

    [Fact]
    public void People_on_a_leg_are_its_flow_times_its_duration()
    {
        var (world, inputs) = Inputs();

        Assert.Equal(1, StartAwareness.Solve(world, inputs).TransitStock(new RouteIndex(0), 0, 0, 0)[0] / (800 * 20 / LaneMath.DaysPerMonth), 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.2)]
    public void Awareness_is_a_share_below_its_ceiling_and_who_cannot_know_cannot_come(double ceiling)
    {
        var (world, inputs) = Inputs(("ceiling", ceiling), ("air.0.flow", 1e9));
        var start = StartAwareness.Solve(world, inputs);

        Assert.All(ToArray(start.Awareness(new RouteIndex(0), 0, 0)), a => Assert.InRange(a, 1e-9, ceiling * (1 + 1e-12)));
        Assert.Equal(ceiling, start.Awareness(new RouteIndex(1), 0, 0)[0], 9);
    }

    [Fact]
    public void Nobody_waits_at_a_border_with_appointments_for_all()
    {
        var (none, all) = (Inputs(("ALF.port-slots", 0)), Inputs(("ALF.port-slots", 1e9)));

        Assert.True(StartAwareness.Solve(none.World, none.Inputs).WaitingStock(0, 0, 0)[0] > 100);
        Assert.InRange(StartAwareness.Solve(all.World, all.Inputs).WaitingStock(0, 0, 0)[0], 0, 1e-6);
    }

    /// <summary>In months the queue is worth, the applications of those not in it are what is decided and withdrawn.</summary>
    [Theory]
    [InlineData(500)]
    [InlineData(50)]
    [InlineData(5000)]
    public void A_queue_is_in_balance_or_holds_half_of_those_who_are_ready(double places)
    {
        var (world, inputs) = Inputs(("parole.places", places));
        var queues = StartQueues.Solve(world, inputs);
        var (queue, pace) = (queues.Queue(0, new CommunityIndex(0), 0)[0], queues.Pace(0, new CommunityIndex(0), 0)[0]);
        var half = 0.5 * 1_000_000 * 0.05;

        Assert.Equal(places, pace, 9);
        Assert.InRange(queue, 0, half);
        Assert.InRange(queues.InProcess(0, new CommunityIndex(0), 0)[0], 0, queue);
        Assert.Equal(queue, queues.QueuedOf(new CommunityIndex(0), 0)[0]);
        Assert.True(queue >= half - 1e-6 || queue / pace < ChannelWait.MaxMonths - 1);
    }

    [Fact]
    public void A_closed_channel_has_no_queue()
    {
        var (world, inputs) = Inputs(("parole.places", 0));
        var queues = StartQueues.Solve(world, inputs);

        Assert.Equal(0, queues.Queue(0, new CommunityIndex(0), 0)[0]);
        Assert.Equal(0, queues.InProcess(0, new CommunityIndex(0), 0)[0]);
    }

    [Fact]
    public void More_places_shorten_the_wait_of_those_in_the_queue()
    {
        double Wait(double places)
        {
            var (world, inputs) = Inputs(("parole.places", places));
            var queues = StartQueues.Solve(world, inputs);
            return queues.Queue(0, new CommunityIndex(0), 0)[0] / queues.Pace(0, new CommunityIndex(0), 0)[0];
        }

        Assert.True(Wait(2000) < Wait(1000));
        Assert.True(Wait(1000) < Wait(500));
    }

    private static double[] ToArray(LaneVector lanes) => [.. Enumerable.Range(0, 8).Select(i => lanes[i])];

    private static (WorldPlan World, InputTable Inputs) Inputs(params (string Path, double Value)[] settings)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        var plan = world.Build();
        var inputs = new LaneTable(plan.Slots.Count, LaneTable.OctetLanes);
        for (var slot = 0; slot < plan.Slots.Count; slot++)
        {
            inputs.FillRow(slot, plan.Slots[slot].Value.A);
        }

        foreach (var (path, value) in settings)
        {
            inputs.FillRow(world.SlotOf(path).Index, value);
        }

        return (plan, new InputTable(inputs));
    }
}
