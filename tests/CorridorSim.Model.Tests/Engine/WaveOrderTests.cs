using CorridorSim.Model.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

public sealed class WaveOrderTests
{
    [Fact]
    public void Agreements_come_first_and_countries_follow_the_way_of_the_people()
    {
        var world = new SmallWorld().Declare();
        world.Enact(world.Agreement("pact", []));

        var waves = WaveOrder.Of(world.Build()).ToDictionary(p => p.Name, p => p.Wave);

        Assert.Equal(0, waves["pact"]);
        Assert.True(waves["ALF"] > 0 && waves["BET"] > 0);
        Assert.True(waves["TRA"] > waves["ALF"] && waves["TRA"] > waves["BET"]);
        Assert.True(waves["DES"] > waves["TRA"]);
    }

    [Fact]
    public void Participants_are_numbered_in_their_order()
    {
        var world = new SmallWorld().Declare();
        world.Enact(world.Agreement("pact", []));

        var participants = WaveOrder.Of(world.Build());

        Assert.Equal(Enumerable.Range(0, 5), participants.Select(p => p.Index));
        Assert.Equal(["pact", "ALF", "BET", "TRA", "DES"], participants.Select(p => p.Name));
        Assert.Equal([false, true, true, true, true], participants.Select(p => p.IsCountry));
        Assert.Equal([0, 0, 1, 2, 3], participants.Select(p => p.Source));
    }

    [Fact]
    public void A_letter_is_forward_only_where_all_who_receive_it_come_later()
    {
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment());

        Assert.Contains(plan.Wires, w => w.IsForward);
        Assert.All(plan.Wires.Where(w => w.IsForward), w => Assert.All(w.Recipients, r => Assert.True(plan.Participants[r].Wave > plan.Participants[w.Sender].Wave)));
        Assert.All(plan.Wires.Where(w => !w.IsForward), w => Assert.Contains(w.Recipients, r => plan.Participants[r].Wave <= plan.Participants[w.Sender].Wave));
    }

    [Fact]
    public void Every_row_that_is_sent_is_read_where_it_leads()
    {
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment());

        foreach (var wire in plan.Wires)
        {
            Assert.NotEmpty(wire.Recipients);
            foreach (var row in wire.Rows)
            {
                Assert.NotNull(plan.Outgoing(wire.Sender, row));
                Assert.All(wire.Recipients, r => Assert.Contains(plan.Incoming(r, row), a => a.Wire == wire.Index));
            }
        }
    }
}
