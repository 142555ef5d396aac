using CorridorSim.Model.Engine;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Engine;

/// <summary>Channels into which employers, relatives or agencies name people.</summary>
public sealed class NamedChannelTests
{
    private const int Months = 24;
    private static readonly double[] Factors = [0, 2, 0.5, 1.5, 1, 1, 1, 1, 1, 1, 0.25, 1.75];

    [Fact]
    public void Admissions_follow_the_places_and_the_season_a_tick_later()
    {
        var result = Run(new SmallWorld { ShockSpread = 0, Named = Seasonal }, Admissions());

        // The news travels for a tick: a quarter of a month's arrivals were named in the month before.
        for (var month = 1; month < Months; month++)
        {
            Assert.Equal(1200 * ((0.75 * Factors[month % 12]) + (0.25 * Factors[(month - 1) % 12])), result.Values[0][month], 6);
        }
    }

    [Fact]
    public void Nobody_applies_queues_or_waits_where_people_are_named()
    {
        var plan = BlockPlan.Compile(new SmallWorld { Named = (_, c) => c }.Declare().Experiment(months: 1));

        Assert.Equal([Indicators.Admissions], plan.AllSeries.Where(s => s.Key.Where == "named").Select(s => s.Key.Variable).Distinct());
    }

    [Fact]
    public void Nationalities_have_places_by_weight()
    {
        var result = Run(
            new SmallWorld { ShockSpread = 0, Named = (w, c) => c with { Weights = [new ChannelWeight(0, w.Slot("weight.ALF", 3)), new ChannelWeight(1, w.Slot("weight.BET", 1))] } },
            Admissions("ALF"), Admissions("BET"));

        Assert.Equal(900, result.Values[0][^1], 6);
        Assert.Equal(300, result.Values[1][^1], 6);
    }

    [Fact]
    public void A_backlog_is_served_from_the_front_and_named_anew_at_the_pace_that_made_it()
    {
        var result = Run(new SmallWorld { ShockSpread = 0, Named = Backlogged }, Queue("ALF"), Admissions("ALF"), Wait());

        // 60,000 in 120 months: 500 a month are named, 600 admitted.
        for (var month = 0; month < Months; month++)
        {
            Assert.Equal(60_000 - (100 * (month + 1)), result.Values[0][month], 6);
            Assert.Equal((60_000 - (100 * (month + 1))) / 500.0, result.Values[2][month], 6);
        }

        Assert.Equal(600, result.Values[1][^1], 6);
    }

    [Fact]
    public void No_more_are_admitted_than_were_named_and_none_where_nobody_was()
    {
        var result = Run(new SmallWorld { ShockSpread = 0, Named = (w, c) => c with { WithdrawalRate = w.Slot("named.no-withdrawal", 0), Backlogs = [Backlog(w, 1200, 12)] } }, Queue("ALF"), Admissions("ALF"), Admissions("BET"));

        Assert.Equal(0, result.Values[0][^1], 9);
        Assert.Equal(100, result.Values[1][^1], 6);
        Assert.Equal(0, result.Values[2][^1], 9);
    }

    [Theory]
    [InlineData(1e6)]
    [InlineData(0)]
    public void People_are_conserved_even_when_far_more_are_asked_for_than_there_are(double places)
    {
        foreach (var make in new Func<SmallWorld, Channel, Channel>[] { Seasonal, Backlogged, Travelling, ForSeason })
        {
            var world = new SmallWorld { PersonsAtHome = 2000, Named = make }.Declare();
            var result = BlockSimulationTests.Run(world.Experiment(8, Months, 7, world.Variant("set", ("named.places", places))));

            Assert.Empty(result.Failures);
            Assert.InRange(result.LedgerError, 0, 1e-9);
            Assert.InRange(BlockSimulationTests.Total(result, Indicators.Admissions, "named"), 0, 4500);
        }
    }

    [Fact]
    public void Workers_named_for_a_season_go_home_when_it_ends()
    {
        var result = Run(new SmallWorld { ShockSpread = 0, Named = ForSeason }, Admissions(), new SeriesKey(Indicators.SeasonalReturns, "named", SeriesKey.All));

        var (came, left) = (result.Values[0].Sum(), result.Values[1].Sum());
        Assert.InRange(came, 2000, 2400);
        Assert.InRange(left / came, 0.7, 0.8 + 1e-9);
    }

    [Fact]
    public void A_channel_that_names_nobody_leaves_every_other_series_unchanged_to_the_bit()
    {
        var without = BlockSimulationTests.Run(new SmallWorld().Declare().Experiment(8, Months));
        var with = new SmallWorld { Named = (_, c) => c }.Declare();
        var empty = BlockSimulationTests.Run(with.Experiment(8, Months, 7, with.Variant("closed", ("named.places", 0))));

        for (var s = 0; s < without.Series.Count; s++)
        {
            var same = empty.Series.ToList().FindIndex(i => i.Key == without.Series[s].Key);
            Assert.Equal(without.Values[s], empty.Values[same]);
        }
    }

    private static Channel Seasonal(SmallWorld world, Channel channel) =>
        channel with { Season = [.. Factors.Select((f, month) => world.Slot($"season.{month}", f))] };

    private static Channel Travelling(SmallWorld world, Channel channel) => channel with { ArrivalMonths = world.Slot("named.arrival", 3) };

    private static Channel ForSeason(SmallWorld world, Channel channel)
    {
        var terms = new LotTerms(
            true, world.Slot("year", 1), world.Slot("carried", 0), new Season(world.Slot("first", 3), world.Slot("last", 6)), world.Slot("go-home", 0.8));
        return Travelling(world, channel) with { Lots = [channel.Lots[0] with { Terms = terms }] };
    }

    private static Channel Backlogged(SmallWorld world, Channel channel) =>
        channel with { WithdrawalRate = world.Slot("named.no-withdrawal", 0), Backlogs = [Backlog(world, 60_000, 120)] };

    private static ChannelBacklog Backlog(SmallWorld world, double persons, double months) =>
        new(0, world.Slot("backlog.ALF", persons), world.Slot("front.ALF", months));

    private static SeriesKey Admissions(string nationality = SeriesKey.All) => new(Indicators.Admissions, "named", nationality);

    private static SeriesKey Queue(string nationality) => new(Indicators.Queue, "named", nationality);

    private static SeriesKey Wait() => new(Indicators.Wait, "named", SeriesKey.All);

    private static BlockResult Run(SmallWorld world, params SeriesKey[] recorded) =>
        BlockSimulationTests.Run(world.Declare().Experiment(1, Months) with { Recorded = recorded });
}
