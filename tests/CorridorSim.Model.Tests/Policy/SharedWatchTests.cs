using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Policy;

/// <summary>Any number of conditions may watch one series.</summary>
public sealed class SharedWatchTests
{
    private static readonly SeriesKey Encounters = new(Indicators.EncountersBetweenPorts, "TRA>DES", SeriesKey.All);

    [Fact]
    public void Two_pacts_that_watch_one_series_do_what_one_pact_with_both_clauses_does_to_the_bit()
    {
        var one = World(out var places, out var strict);
        one.Enact(one.Agreement("one", [places, strict], Suspension(one)));
        var two = World(out places, out strict);
        two.Enact(two.Agreement("one", [places], Suspension(two)));
        two.Enact(two.Agreement("other", [strict], Suspension(two)));

        var (together, apart) = (BlockSimulationTests.Run(one.Experiment()), BlockSimulationTests.Run(two.Experiment()));

        Assert.Contains(apart.Events, e => e.Act == "suspended" && e.Instrument == "one");
        Assert.Contains(apart.Events, e => e.Act == "suspended" && e.Instrument == "other");
        Assert.All(
            together.Series.Where(s => !s.Key.Where.Contains('/', StringComparison.Ordinal)),
            s => Assert.Equal(Of(together, s.Key), Of(apart, s.Key)));
    }

    [Fact]
    public void Every_series_of_a_country_can_be_watched_by_two_pacts_a_review_and_a_compliance_at_once()
    {
        var watchable = BlockPlan.Compile(World(out _, out _).Experiment()).AllSeries.Select(s => s.Key).ToArray();
        Assert.True(watchable.Length > 50);
        foreach (var key in watchable)
        {
            var world = World(out var places, out var strict);
            var review = new ReviewTerms(world.Slot("every", 1), world.Slot("scale-by", 0.9), true, world.Slot("at-least", 0), world.Slot("at-most", 1));
            world.Enact(world.Agreement("one", [places], Suspension(world) with { Indicator = key }, Suspension(world) with { Kind = ConditionKind.Review, Indicator = key, Review = review }));
            world.Enact(world.Agreement("other", [strict], Suspension(world) with { Indicator = key }) with
            {
                Compliance =
                [
                    new Compliance(SmallWorld.Tra, key, world.Slot("capacity", 100), world.Slot("sensitivity", 1), world.Slot("adaptation", 1), world.Slot("least", 0.1), [], world.Slot("rule", 1)),
                ],
            });

            var result = BlockSimulationTests.Run(world.Experiment(replicates: 2, months: 3));

            Assert.Empty(result.Failures);
        }
    }

    [Fact]
    public void A_wait_that_is_watched_is_seen_at_every_tick_and_not_at_the_end_of_months_only()
    {
        var world = World(out var places, out _);
        world.Enact(world.Agreement("one", [places], Suspension(world) with
        {
            Indicator = new SeriesKey(Indicators.MeanWait, "parole", SeriesKey.All),
            Threshold = world.Slot("any-wait", 0.01),
            Release = world.Slot("any-wait", 0.01),
            ForMonths = world.Slot("long", 2),
        }));

        var result = BlockSimulationTests.Run(world.Experiment());

        Assert.Contains(result.Events, e => e.Act == "suspended" && e.Lanes.Count == 8);
        Assert.DoesNotContain(result.Events, e => e.Act == "resumed");
    }

    [Fact]
    public void A_condition_that_a_variant_does_not_have_leaves_it_as_it_is_without_to_the_bit()
    {
        var with = World(out var places, out _);
        with.Enact(with.Agreement("one", [places], Suspension(with)));
        var without = World(out places, out _);
        without.Enact(without.Agreement("one", [places]));

        var off = BlockSimulationTests.Run(with.Experiment(variants: [with.Variant("off", ("suspension.in-force", 0))]));
        var none = BlockSimulationTests.Run(without.Experiment());

        Assert.All(none.Series, s => Assert.Equal(Of(none, s.Key), Of(off, s.Key)));
        Assert.DoesNotContain(off.Events, e => e.Act == "suspended");
    }

    private static double[] Of(BlockResult result, SeriesKey key) => result.Values[result.Series.ToList().FindIndex(s => s.Key == key)];

    private static SmallWorld World(out Provision places, out Provision strict)
    {
        var world = new SmallWorld { ShockSpread = 0.2 }.Declare();
        places = world.Provision("places", Combination.Add, 800, ["parole.places"], SmallWorld.FirstMonth + 2);
        strict = world.Provision("strict", Combination.Replace, 0.9, ["BET.expulsion-share"], SmallWorld.FirstMonth + 3);
        return world;
    }

    private static Condition Suspension(SmallWorld world) => new(
        ConditionKind.SuspendWhen,
        -1,
        Encounters,
        true,
        world.Slot("suspension.in-force", 1),
        world.Slot("level", 900),
        world.Slot("level", 900),
        world.Slot("for", 0.5));
}
