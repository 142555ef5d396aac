using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;

namespace CorridorSim.Model.Tests.Engine;

public sealed class BlockSimulationTests
{
    [Fact]
    public void A_lane_of_a_block_equals_that_history_alone_bit_for_bit()
    {
        var plan = BlockPlan.Compile(new SmallWorld().Declare().Experiment(replicates: 24, months: 12));

        var together = BlockSimulation.Run(plan, new LaneRange(0, 24));
        var alone = BlockSimulation.Run(plan, new LaneRange(13, 1));

        for (var s = 0; s < plan.Series.Count; s++)
        {
            for (var month = 0; month < 12; month++)
            {
                Assert.Equal(together.Values[s][(month * 24) + 13], alone.Values[s][month]);
            }
        }
    }

    [Fact]
    public void People_move_by_every_way_that_is_open()
    {
        var world = new SmallWorld().Declare();

        var result = Run(world.Experiment());

        Assert.Empty(result.Failures);
        Assert.True(Total(result, Indicators.Admissions, "parole") > 0);
        Assert.True(Total(result, Indicators.EncountersBetweenPorts, "TRA>DES") > 0);
        Assert.True(Total(result, Indicators.EncountersAtPorts, "TRA>DES") > 0);
        Assert.True(Total(result, Indicators.Protected, "TRA") > 0);
        Assert.True(Total(result, Indicators.SentHome, "DES") > 0);
        Assert.True(Total(result, Indicators.Deaths, "TRA>DES") > 0);
        Assert.InRange(result.LedgerError, 0, 1e-12);
    }

    [Fact]
    public void An_agreement_without_provisions_changes_nothing_to_the_bit()
    {
        var without = new SmallWorld().Declare();
        var with = new SmallWorld().Declare();
        with.Enact(with.Agreement("empty", []));

        var (a, b) = (Run(without.Experiment()), Run(with.Experiment()));

        AssertEqual(a, b);
    }

    [Fact]
    public void A_provision_out_of_force_in_a_variant_leaves_it_unchanged_to_the_bit()
    {
        var world = new SmallWorld().Declare();
        var places = world.Provision("places", Combination.Add, 1000, ["parole.places"], SmallWorld.FirstMonth + 6);
        world.Enact(world.Agreement("pact", [places]));
        var experiment = world.Experiment(8, 24, 7, world.Variant("without", ("places.in-force", 0)), world.Variant("with"));

        var both = Run(experiment);
        var plain = Run(new SmallWorld().Declare().Experiment());

        var admitted = Index(both, Indicators.Admissions, "parole");
        for (var month = 0; month < 24; month++)
        {
            for (var lane = 0; lane < 8; lane++)
            {
                Assert.Equal(plain.Values[Index(plain, Indicators.Admissions, "parole")][(month * 8) + lane], both.Values[admitted][(month * 16) + lane]);
            }
        }

        Assert.True(Month(both, admitted, 23, 8) > Month(both, admitted, 23, 0));
    }

    [Fact]
    public void A_provision_for_one_origin_leaves_a_corridor_without_links_to_it_unchanged()
    {
        var world = new SmallWorld { }.Declare();
        var places = world.Provision("places", Combination.Add, 1000, ["work-visa.places"], SmallWorld.FirstMonth + 6);
        world.Enact(world.Agreement("pact", [places]));
        var experiment = world.Experiment(8, 24, 7, world.Variant("without", ("places.in-force", 0)), world.Variant("with"));

        var result = Run(experiment);

        var parole = Index(result, Indicators.Admissions, "parole");
        for (var month = 0; month < 24; month++)
        {
            for (var lane = 0; lane < 8; lane++)
            {
                Assert.Equal(result.Values[parole][(month * 16) + lane], result.Values[parole][(month * 16) + lane + 8]);
            }
        }
    }

    [Fact]
    public void Another_seed_gives_another_history()
    {
        var world = new SmallWorld().Declare();

        var a = Run(world.Experiment(seed: 1));
        var b = Run(world.Experiment(seed: 2));

        var series = Index(a, Indicators.EncountersBetweenPorts, "TRA>DES");
        Assert.NotEqual(a.Values[series], b.Values[series]);
    }

    [Theory]
    [InlineData(1e6, 0, 0.4, 1)]
    [InlineData(1e6, 500, 1, 1)]
    [InlineData(1e6, 1e9, 0, 0)]
    [InlineData(0, 500, 0.4, 1)]
    [InlineData(10, 1e6, 1, 0)]
    public void The_ledger_closes_at_the_edges(double persons, double places, double expulsion, double openness)
    {
        var world = new SmallWorld { PersonsAtHome = persons, ParolePlaces = places, ExpulsionShare = expulsion, Openness = openness }.Declare();

        var result = Run(world.Experiment());

        Assert.Empty(result.Failures);
        Assert.InRange(result.LedgerError, 0, 1e-10);
    }

    internal static BlockResult Run(Experiment experiment) =>
        BlockSimulation.Run(BlockPlan.Compile(experiment), new LaneRange(0, (int)experiment.Lanes));

    internal static int Index(BlockResult result, string variable, string where) =>
        result.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, where, SeriesKey.All));

    internal static double Total(BlockResult result, string variable, string where, int lane = 0)
    {
        var values = result.Values[Index(result, variable, where)];
        return Enumerable.Range(0, values.Length / result.Lanes).Sum(m => values[(m * result.Lanes) + lane]);
    }

    private static double Month(BlockResult result, int series, int month, int lane) =>
        result.Values[series][(month * result.Lanes) + lane];

    private static void AssertEqual(BlockResult a, BlockResult b)
    {
        foreach (var (series, index) in a.Series.Select((s, i) => (s, i)))
        {
            Assert.Equal(a.Values[index], b.Values[b.Series.ToList().FindIndex(s => s.Key == series.Key)]);
        }
    }
}
