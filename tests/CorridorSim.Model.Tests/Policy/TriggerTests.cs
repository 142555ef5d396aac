using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Policy;

public sealed class TriggerTests
{
    private static readonly SeriesKey Encounters = new(Indicators.EncountersBetweenPorts, "TRA>DES", SeriesKey.All);

    [Fact]
    public void A_rule_switches_a_measure_on_above_its_level_and_off_below_its_release()
    {
        var free = Run(1e9, 1e9);
        var level = BlockSimulationTests.Total(free, Indicators.EncountersBetweenPorts, "TRA>DES") / 36;

        var ruled = Run(level * 0.8, level * 0.6);

        Assert.DoesNotContain(free.Events, e => e.Act is "in force" or "resumed");
        Assert.Contains(ruled.Events, e => e.Act == "resumed" && e.Provision == "shut" && e.Reason.Contains("no longer: encounters-between-ports:TRA>DES/ALL not above", StringComparison.Ordinal));
        Assert.Contains(ruled.Events, e => e.Act == "suspended");
        Assert.True(BlockSimulationTests.Total(ruled, Indicators.IrregularArrivals, "TRA>DES") < BlockSimulationTests.Total(free, Indicators.IrregularArrivals, "TRA>DES"));
    }

    [Fact]
    public void A_review_that_scales_a_clause_is_an_event_with_its_reason()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        var shut = world.Provision("shut", Combination.Replace, 0.9, ["ALF.expulsion-share"], SmallWorld.FirstMonth + 2);
        var review = Rule(world, ConditionKind.Review, -1, 0, 0, every: 6, scaleTo: 0.5);
        world.Enact(world.Agreement("pact", [shut], review));

        var result = BlockSimulationTests.Run(world.Experiment());

        var scaled = result.Events.Where(e => e.Act == "scaled").ToArray();
        Assert.NotEmpty(scaled);
        Assert.All(scaled, e => Assert.Contains("at a review", e.Reason, StringComparison.Ordinal));
        Assert.All(scaled, e => Assert.Equal(8, e.Lanes.Count));
    }

    private static BlockResult Run(double above, double release)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        var shut = world.Provision("shut", Combination.Replace, 0.95, ["ALF.expulsion-share", "BET.expulsion-share"], SmallWorld.FirstMonth);
        var rule = Rule(world, ConditionKind.InForceWhen, 0, above, release, every: 0, scaleTo: 0);
        world.Enact(world.Agreement("measures", [shut], rule) with { IsAgreement = false });
        return BlockSimulationTests.Run(world.Experiment(months: 36));
    }

    private static Condition Rule(SmallWorld world, ConditionKind kind, int provision, double above, double release, double every, double scaleTo) => new(
        kind,
        provision,
        Encounters,
        true,
        world.Slot("rule.in-force", 1),
        world.Slot("above", above),
        world.Slot("release", release),
        world.Slot("for", 0),
        kind == ConditionKind.Review
            ? new ReviewTerms(world.Slot("every", every), world.Slot("scale-by", scaleTo), true, world.Slot("at-least", 0), world.Slot("at-most", 10))
            : null);
}
