using CorridorSim.Model.Engine;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Tests.Engine;
using CorridorSim.Model.Tests.Worlds;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Channels;

/// <summary>Lots with terms of their own, in a channel to which people apply; the horizon begins in January.</summary>
public sealed class LotDeskTests
{
    private const int Year = 12;
    private const double Places = 1200;

    /// <summary>Two years from January on are two grants of a calendar year, and three of any other.</summary>
    [Theory]
    [InlineData(1, new[] { 0, 12 })]
    [InlineData(4, new[] { 0, 3, 15 })]
    [InlineData(10, new[] { 0, 9, 21 })]
    public void Places_of_a_year_are_all_there_when_it_begins(int yearStart, int[] begins)
    {
        var approved = Approved(world => Yearly(world, yearStart));

        Assert.Equal(Places * begins.Length, approved.Sum(), 6);
        foreach (var (from, to) in begins.Zip(begins.Skip(1).Append(2 * Year)))
        {
            Assert.Equal(Places, approved[from..to].Sum(), 6);
        }
    }

    /// <summary>Nobody wants to come in the first year; in the second all do.</summary>
    [Theory]
    [InlineData(0, 1200)]
    [InlineData(300, 1500)]
    [InlineData(5000, 2400)]
    public void Unused_places_go_on_to_the_next_year_as_far_as_the_limit(double carryOver, double inSecondYear)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        world.Enact(world.Agreement("pact", [world.Provision("draw", Combination.Replace, 6, ["parole.appeal"], SmallWorld.FirstMonth + Year)]));

        var approved = Approved(world, w => Yearly(w, 1, carryOver), ("parole.appeal", -20));

        Assert.Equal(0, approved[..Year].Sum(), 3);
        Assert.Equal(inSecondYear, approved[Year..].Sum(), 3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Drawn_places_are_given_out_once_the_window_for_applications_has_ended(int window)
    {
        var approved = Approved(world => Yearly(world, 1) with { WindowMonths = world.Slot("window", window) });

        Assert.All(approved[..window], a => Assert.Equal(0, a));
        Assert.Equal(Places, approved[window], 6);
        Assert.Equal(0, approved[(window + 1)..Year].Sum(), 6);
        Assert.Equal(Places, approved[Year + window], 6);
    }

    /// <summary>All who lose a draw are turned away on that day, beside the tenth of those drawn who are refused.</summary>
    [Fact]
    public void Who_is_not_drawn_is_turned_away_on_the_day()
    {
        var result = Run(new SmallWorld { ShockSpread = 0 }.Declare(), w => Yearly(w, 1) with { WindowMonths = w.Slot("window", 2) });
        double Of(string variable, int month) => result.Month(BlockSimulationTests.Index(result, variable, "parole"), month, 0);

        Assert.Equal(0, Of(Indicators.Refusals, 1), 6);
        Assert.True(Of(Indicators.Refusals, 2) > Places / 9);
        Assert.True(Of(Indicators.Queue, 2) < Of(Indicators.Queue, 1));
    }

    /// <summary>Workers come for March to June; none is here once the season is over.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void At_the_end_of_a_season_the_share_goes_home_and_the_others_settle(double goHome)
    {
        var result = Run(new SmallWorld { ShockSpread = 0 }.Declare(), world => Yearly(world, 1) with
        {
            Season = new Season(world.Slot("first", 3), world.Slot("last", 6)),
            GoHomeShare = world.Slot("go-home", goHome),
        });
        var workers = BlockSimulationTests.Index(result, Indicators.SeasonalWorkers, "parole");

        Assert.True(result.Month(workers, 4, 0) > 0);
        Assert.Equal(0, result.Month(workers, Year - 1, 0), 9);
        Assert.Equal(
            goHome, BlockSimulationTests.Total(result, Indicators.SeasonalReturns, "parole") / BlockSimulationTests.Total(result, Indicators.Admissions, "parole"), 9);
        Assert.InRange(result.LedgerError, 0, 1e-9);
    }

    /// <summary>Two lots for the same applicants: the first is served first, and what is taken is counted for each.</summary>
    [Theory]
    [InlineData(0, 50)]
    [InlineData(20, 50)]
    [InlineData(50, 0)]
    public void Each_lot_counts_the_places_that_were_taken_of_it(double first, double second)
    {
        var world = new SmallWorld { ShockSpread = 0 }.Declare();
        var (one, other, terms) = (world.Slot("one.places", first), world.Slot("other.places", second), Monthly(world));
        var plain = world.Experiment(1, Year);
        var result = BlockSimulationTests.Run(Recorded(plain, channel => channel with
        {
            Lots = [new ChannelLot("one", one, [new CommunityIndex(0)]) { Terms = terms }, new ChannelLot("other", other, [new CommunityIndex(0)]) { Terms = terms }],
        }));

        Assert.Equal(first * Year, BlockSimulationTests.Total(result, Indicators.PlacesTaken, "one"), 6);
        Assert.Equal(second * Year, BlockSimulationTests.Total(result, Indicators.PlacesTaken, "other"), 6);
    }

    [Theory]
    [InlineData("parole")]
    [InlineData("work-visa")]
    public void The_mean_wait_of_one_community_is_its_median(string channel)
    {
        var result = Run(new SmallWorld { ShockSpread = 0 }.Declare(), Monthly);
        var (median, mean) = (BlockSimulationTests.Index(result, Indicators.Wait, channel), BlockSimulationTests.Index(result, Indicators.MeanWait, channel));

        Assert.True(result.Month(median, Year, 0) > 0);
        Assert.Equal(result.Month(median, Year, 0), result.Month(mean, Year, 0), 9);
    }

    private static LotTerms Yearly(SmallWorld world, int yearStart, double carryOver = 0) =>
        new(true, world.Slot("year", yearStart), world.Slot("carried", carryOver), null, null);

    private static LotTerms Monthly(SmallWorld world) => new(false, world.Slot("year", 1), world.Slot("carried", 0), null, null) { IsCounted = true };

    private static double[] Approved(Func<SmallWorld, LotTerms> terms) => Approved(new SmallWorld { ShockSpread = 0 }.Declare(), terms);

    private static double[] Approved(SmallWorld world, Func<SmallWorld, LotTerms> terms, params (string Path, double Value)[] settings)
    {
        var result = Run(world, terms, settings);
        var series = BlockSimulationTests.Index(result, Indicators.Approvals, "parole");
        return [.. Enumerable.Range(0, 2 * Year).Select(month => result.Month(series, month, 0))];
    }

    private static BlockResult Run(SmallWorld world, Func<SmallWorld, LotTerms> terms, params (string Path, double Value)[] settings)
    {
        var (made, arrival) = (terms(world), world.Slot("arrival", 0.25));
        var plain = world.Experiment(1, 2 * Year, 7, world.Variant("set", [("parole.places", Places), .. settings]));
        var result = BlockSimulationTests.Run(Recorded(plain, c => c with { ArrivalMonths = arrival, Lots = [c.Lots[0] with { Terms = made }] }));
        Assert.Empty(result.Failures);
        return result;
    }

    /// <summary>The experiment with another parole, and everything recorded that can be.</summary>
    private static Experiment Recorded(Experiment plain, Func<Channel, Channel> parole)
    {
        var experiment = plain with { World = plain.World with { Channels = [.. plain.World.Channels.Select(c => c.Id == "parole" ? parole(c) : c)] } };
        return experiment with { Recorded = [.. BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key)] };
    }
}
