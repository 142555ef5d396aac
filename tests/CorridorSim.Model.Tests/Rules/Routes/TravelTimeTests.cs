using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Routes;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>Days on the way: submodel 7 of the model's description, and its initialisation.</summary>
public sealed class TravelTimeTests
{
    /// <summary>A month has 30.4375 days, a tick a quarter of them.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(7.609375, 0.5)]
    [InlineData(30.4375, 0.2)]
    [InlineData(304.375, 0.25 / 10.25)]
    public void The_longer_the_way_the_fewer_arrive_in_a_tick(double days, double share) =>
        Assert.Equal(share, One(TravelTime.ArrivingShare(Each(days))), 12);

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(100, 30.4375, 100)]
    [InlineData(0, 30.4375, 0)]
    [InlineData(100, 60.875, 200)]
    public void As_many_are_on_the_way_as_set_out_in_its_time(double flow, double days, double stock) =>
        Assert.Equal(stock, One(TravelTime.Stock(Each(flow), Each(days))), 9);

    /// <summary>The stock is that of the start: with the same inflow as outflow nothing changes.</summary>
    [Theory]
    [InlineData(400, 5)]
    [InlineData(400, 20)]
    [InlineData(400, 200)]
    public void A_steady_flow_leaves_the_stock_of_the_start_as_it_is(double flow, double days)
    {
        var (stock, inflow) = (TravelTime.Stock(Each(flow), Each(days)), Each(flow * LaneMath.TickMonths));

        var arriving = (stock + inflow) * TravelTime.ArrivingShare(Each(days));

        Assert.Equal(One(inflow), One(arriving), 9);
    }
}
