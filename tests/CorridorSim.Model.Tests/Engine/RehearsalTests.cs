using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

public sealed class RehearsalTests
{
    [Theory]
    [InlineData("parole.places", "DES")]
    [InlineData("TRA.protection-places", "TRA")]
    [InlineData("ALF.protection-places", "ALF")]
    [InlineData("TRA:through.cost", "DES")]
    [InlineData("TRA:through.death", "TRA", "DES")]
    [InlineData("renewal", "ALF", "BET")]
    [InlineData("nationality.BET.push", "BET")]
    public void An_agreement_writes_to_the_countries_that_read_what_it_changes(string target, params string[] readers)
    {
        var plan = Plan(target);

        var recipients = plan.Wires.Where(w => w.Rows.Any(r => r.Kind == RowKind.Weight)).SelectMany(w => w.Recipients);

        Assert.Equal(readers, recipients.Select(r => plan.Participants[r].Name));
    }

    [Fact]
    public void Who_hears_from_nobody_is_asked_for_many_ticks_at_once_and_the_others_tick_by_tick()
    {
        var plan = Plan("parole.places");

        Assert.All(plan.Participants, p => Assert.Equal(p.IsCountry, plan.TicksAhead(p.Index) == 1));
        Assert.All(plan.Participants, p => Assert.Equal(plan.IncomingWires[p.Index].Length > 0, plan.TicksAhead(p.Index) == 1));
    }

    [Fact]
    public void A_provision_that_no_country_reads_is_told_to_nobody_and_still_kept_account_of()
    {
        var plan = Plan("DES.population");

        var result = BlockSimulation.Run(plan, new LaneRange(0, 8));

        Assert.DoesNotContain(plan.Wires, w => w.Rows.Any(r => r.Kind == RowKind.Weight));
        var delivered = result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(Indicators.Delivered, "pact/change", SeriesKey.All));
        Assert.Equal(1000, result.Values[delivered][^1]);
    }

    private static BlockPlan Plan(string target)
    {
        var world = new SmallWorld().Declare();
        world.Enact(world.Agreement("pact", [world.Provision("change", Combination.Add, 1000, [target], SmallWorld.FirstMonth + 2)]));
        var experiment = world.Experiment(months: 6);
        return BlockPlan.Compile(experiment with { Recorded = [.. BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key)] });
    }
}
