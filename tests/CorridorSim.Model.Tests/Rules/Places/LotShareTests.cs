using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;
using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>What part of a lot stands for a community before anybody applies: submodel 6 of the model's description.</summary>
public sealed class LotShareTests
{
    /// <summary>ALF lives at home (1,000,000) and in BET (100,000), BET at home (1,000,000); a twentieth of all is ready.</summary>
    [Theory]
    [InlineData(0, 0.5 * 10 / 11)]
    [InlineData(1, 0.5)]
    [InlineData(2, 0.5 / 11)]
    public void Nationalities_have_the_same_part_and_their_communities_by_who_is_ready(int community, double part) =>
        Assert.Equal(part, One(Of((_, c) => c, community)), 12);

    [Theory]
    [InlineData(0, 0.75 * 10 / 11)]
    [InlineData(1, 0.25)]
    [InlineData(2, 0.75 / 11)]
    public void Weights_of_the_channel_count(int community, double part) => Assert.Equal(part, One(Of(Weighted(3, 1), community)), 12);

    [Theory]
    [InlineData(0, 10.0 / 11)]
    [InlineData(1, 0)]
    public void Who_has_no_weight_where_others_have_has_no_part(int community, double part) =>
        Assert.Equal(part, One(Of((w, c) => c with { Weights = [new ChannelWeight(0, w.Slot("weight.ALF", 3))] }, community)), 12);

    /// <summary>Where a tenth of those of ALF who live in BET is ready, they are 10,000 of 60,000.</summary>
    [Theory]
    [InlineData(0, 0.5 * 5 / 6)]
    [InlineData(2, 0.5 / 6)]
    public void Not_who_lives_there_counts_but_who_is_ready(int community, double part) =>
        Assert.Equal(part, One(Of(new SmallWorld { Named = (_, c) => c }.Declare(), community, ("ALF@BET.ready-share", 0.1))), 12);

    [Fact]
    public void Weights_of_nothing_leave_the_lot_to_nobody() => Assert.Equal(0, One(Of(Weighted(0, 0), 0)));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(0, 7)]
    public void The_parts_of_a_lot_are_one_together(double first, double second) =>
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(c => One(Of(Weighted(first, second), c))), 12);

    [Fact]
    public void Where_nobody_is_ready_nothing_is_set_apart()
    {
        var world = new SmallWorld { PersonsAtHome = 0, Named = (_, c) => c }.Declare();

        Assert.Equal(0, One(Of(world, 0)));
    }

    private static Func<SmallWorld, Channel, Channel> Weighted(double first, double second) => (w, c) =>
        c with { Weights = [new ChannelWeight(0, w.Slot("weight.ALF", first)), new ChannelWeight(1, w.Slot("weight.BET", second))] };

    private static LaneVector Of(Func<SmallWorld, Channel, Channel> named, int community) =>
        Of(new SmallWorld { Named = named }.Declare(), community);

    private static LaneVector Of(SmallWorld world, int community, params (string Path, double Value)[] settings)
    {
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

        var channel = plan.Channels[^1];
        return new LotShare(plan, channel, channel.Lots[0]).Of(new InputTable(inputs), new CommunityIndex(community), 0);
    }
}
