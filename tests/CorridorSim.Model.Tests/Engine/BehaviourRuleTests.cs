using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>What each rule of behaviour does by itself in the small world.</summary>
public sealed class BehaviourRuleTests
{
    private const int Months = 24;
    private const int Replicates = 8;

    private static readonly SeriesKey SetOut = new(Indicators.TransitDetections, "TRA", SeriesKey.All);

    private static readonly SeriesKey Encounters = new(Indicators.EncountersBetweenPorts, "TRA>DES", SeriesKey.All);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.1)]
    [InlineData(1)]
    public void Awareness_does_not_grow_beyond_its_ceiling(double ceiling)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();

        var result = Run(world, world.Variant("capped", ("ceiling", ceiling), ("beta", 3)), [Aware("land"), Aware("air")]);

        Assert.All(result.Values.SelectMany(v => v), a => Assert.InRange(a, 0, ceiling));
    }

    [Fact]
    public void A_lower_ceiling_means_fewer_who_come()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();

        var high = Total(Run(world, world.Variant("high", ("beta", 1)), [Encounters]));
        var low = Total(Run(world, world.Variant("low", ("beta", 1), ("ceiling", 0.01)), [Encounters]));

        Assert.True(low < high);
    }

    [Theory]
    [InlineData(0, -0.35, 0.35)]
    [InlineData(0.9, 0.7, 1)]
    public void Shocks_are_as_alike_as_their_common_share_says(double share, double least, double most)
    {
        var world = new SmallWorld { ShockSpread = 0.5 }.Declare();
        var experiment = world.Experiment(64, 24, 7, world.Variant("shocked", ("common-shocks", share)));
        var block = new Block(BlockPlan.Compile(experiment), new LaneRange(0, 64));

        double[] Shocks(int nationality) => [.. Enumerable.Range(0, 64).Select(lane => block.Scope.Shocks.Lane((nationality * 24) + 12, lane))];
        var correlation = Correlation(Shocks(0), Shocks(1));

        Assert.InRange(correlation, least, most);
    }

    [Fact]
    public void A_channel_that_setting_out_bars_from_keeps_people_at_home_and_one_that_does_not_keeps_fewer()
    {
        var free = Total(Run(Barring(out var world, 0), world.Variant("free"), [Encounters]));
        var barred = Total(Run(Barring(out world, 1), world.Variant("barred"), [Encounters]));
        var worthless = Total(Run(Barring(out world, 1), world.Variant("worthless", ("forfeiture-weight", 0)), [Encounters]));

        Assert.True(barred < free);
        Assert.Equal(free, worthless);
    }

    [Fact]
    public void An_announcement_about_a_route_empties_that_route_and_not_the_other()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        var speech = world.Provision("speech", Combination.Replace, 0.02, [], SmallWorld.FirstMonth + 6, new Announcement(0, [0, 1]) { Routes = [new RouteIndex(0)] });
        world.Enact(world.Agreement("words", [speech]));
        SeriesKey[] recorded = [Aware("land"), Aware("air"), new(Indicators.PerceivedSuccess, "TRA>DES", "ALF")];

        var silent = Run(world, world.Variant("silent", ("speech.in-force", 0)), recorded);
        var spoken = Run(world, world.Variant("spoken"), recorded);

        Assert.True(spoken.Values[0][^1] < silent.Values[0][^1]);
        Assert.True(spoken.Values[1][^1] >= silent.Values[1][^1]);
        Assert.Equal(silent.Values[2][6 * Replicates], spoken.Values[2][6 * Replicates]);
    }

    [Fact]
    public void Who_turns_back_less_readily_waits_and_comes_later()
    {
        var world = new SmallWorld { ShockSpread = 0, ExpulsionShare = 0.9 }.Declare();
        SeriesKey[] recorded = [new(Indicators.GivingUp, "TRA", SeriesKey.All)];

        var ready = Total(Run(world, world.Variant("ready"), recorded));
        var patient = Total(Run(world, world.Variant("patient", ("turning-back", 0.1)), recorded));

        Assert.True(patient < ready);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.75, 0.75)]
    [InlineData(1, 1)]
    public void Of_those_who_turn_back_abroad_a_share_settles_there(double staying, double expected)
    {
        var world = new SmallWorld { ShockSpread = 0, ExpulsionShare = 0.9 }.Declare();
        SeriesKey[] recorded = [new(Indicators.GivingUp, "TRA", SeriesKey.All), new(Indicators.SettledOnTheWay, "TRA", SeriesKey.All)];

        var result = Run(world, world.Variant("staying", ("staying", staying), ("TRA:through.stay", 0)), recorded);

        Assert.True(result.Values[0].Sum() + result.Values[1].Sum() > 0);
        Assert.Equal(expected, result.Values[1].Sum() / (result.Values[0].Sum() + result.Values[1].Sum()), 9);
    }

    [Fact]
    public void A_transit_country_sends_home_by_nationality_where_it_has_shares_and_people_know()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        world.Add("taken-back", Distribution.Constant(1), 0, 1);
        var built = world.Build();
        var transit = built.Countries.ToList().FindIndex(c => c.Code == "TRA");
        Country[] countries = [.. built.Countries];
        countries[transit] = countries[transit] with { ReturnShares = [world.SlotOf("taken-back"), null] };
        SeriesKey[] recorded =
        [
            new(Indicators.SentHome, "TRA", "ALF"), new(Indicators.TransitDetections, "TRA", "ALF"),
            new(Indicators.SentHome, "TRA", "BET"), new(Indicators.TransitDetections, "TRA", "BET"), Encounters,
        ];

        var all = Run(built with { Countries = countries }, world.Variant("all"), recorded);
        var none = Run(built with { Countries = countries }, world.Variant("none", ("taken-back", 0)), recorded);

        Assert.Equal(all.Values[1].Sum(), all.Values[0].Sum(), 6);
        Assert.Equal(0.25 * all.Values[3].Sum(), all.Values[2].Sum(), 6);
        Assert.Equal(0, none.Values[0].Sum());
        Assert.True(all.Values[4].Sum() < none.Values[4].Sum());
    }

    [Fact]
    public void Who_prefers_the_port_goes_north_for_it_and_crosses_less_between_ports_once_there()
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        world.Add("preference", Distribution.Constant(4), 0, 10);
        var built = world.Build();
        var preferring = built with { Nationalities = [.. built.Nationalities.Select(n => n with { PortPreference = world.SlotOf("preference") })] };
        var experiment = world.Experiment(Replicates, Months) with { Recorded = [SetOut, Encounters] };

        var alike = BlockSimulationTests.Run(experiment);
        var preferred = BlockSimulationTests.Run(experiment with { World = preferring });

        Assert.True(preferred.Values[0].Sum() > alike.Values[0].Sum());
        Assert.True(preferred.Values[1].Sum() / preferred.Values[0].Sum() < alike.Values[1].Sum() / alike.Values[0].Sum());
    }

    private static double Correlation(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        return a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum()
            / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }

    private static SeriesKey Aware(string route) => new(Indicators.Awareness, route, "ALF");

    private static WorldPlan Barring(out SmallWorld world, double bars)
    {
        world = new SmallWorld { ShockSpread = 0, ParolePlaces = 3000 }.Declare();
        world.Add("bars", Distribution.Constant(bars), 0, 1);
        var built = world.Build();
        var slot = world.SlotOf("bars");
        return built with { Channels = [.. built.Channels.Select(c => c with { Forfeiture = slot })] };
    }

    private static BlockResult Run(SmallWorld world, Variant variant, SeriesKey[] recorded) => Run(world.Build(), variant, recorded);

    private static BlockResult Run(WorldPlan world, Variant variant, SeriesKey[] recorded)
    {
        var result = BlockSimulationTests.Run(
            new SmallWorld().Declare().Experiment(Replicates, Months, 7, variant) with { World = world, Recorded = recorded });
        Assert.Empty(result.Failures);
        return result;
    }

    private static double Total(BlockResult result) => result.Values[0].Sum();
}
