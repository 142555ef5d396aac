using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>Places of a year, seasons, workers who go home and unused places, run in the small shipped world.</summary>
public sealed class ProvisionTermsTests
{
    private const string Homes = "gbr-homes-for-ukraine";
    private const string Clause = "GBR-measures/homes";

    [Fact]
    public void First_come_places_are_there_when_the_year_begins_and_no_more_of_them_are_used_than_there_are()
    {
        var run = Run("places-per-year: 6000, spread: first-come");

        var (delivered, admitted) = (Months(run, Indicators.Delivered, Clause), Months(run, Indicators.Admissions, Homes));
        Assert.Equal([6000, 0, 0], delivered[..3]);
        Assert.Equal(6000, delivered[12]);
        Assert.Equal(18_000, delivered.Sum());
        Assert.True(admitted[2..5].Sum() > 1.5 * Months(Run("places-per-year: 6000, spread: evenly"), Indicators.Admissions, Homes)[2..5].Sum());
        Assert.InRange(admitted[..12].Sum(), 5000, 6000 * (1 + 1e-9));
        Assert.True(admitted.Sum() <= 18_000 * (1 + 1e-9));
    }

    [Fact]
    public void The_years_of_first_come_places_begin_in_the_month_that_is_stated()
    {
        var run = Run("places-per-year: 6000, spread: first-come, year-starts: apr");

        var delivered = Months(run, Indicators.Delivered, Clause);
        Assert.Equal([0, 6, 18, 30], Enumerable.Range(0, delivered.Length).Where(m => delivered[m] > 0));
    }

    [Fact]
    public void A_years_places_that_are_spread_evenly_are_a_twelfth_each_month()
    {
        var (yearly, monthly) = (Run("places-per-year: 6000, spread: evenly"), Run("places-per-month: 500"));

        foreach (var variable in new[] { Indicators.Admissions, Indicators.Queue, Indicators.Applications })
        {
            Assert.All(Months(yearly, variable, Homes).Zip(Months(monthly, variable, Homes)), p => Assert.Equal(p.Second, p.First, 1e-6));
        }

        Assert.Equal(6000, Months(yearly, Indicators.Promised, Clause)[..12].Sum(), 1e-6);
        Assert.All(Months(yearly, Indicators.Delivery, Clause), share => Assert.Equal(1, share));
    }

    [Fact]
    public void A_years_places_are_spread_over_the_months_of_the_season()
    {
        var run = Run("places-per-year: 6000, spread: evenly, season: { first: apr, last: 6 }");

        var promised = Months(run, Indicators.Promised, Clause);
        Assert.Equal([0, 0, 0, 0, 0, 0, 2000, 2000, 2000, 0, 0, 0], promised[..12].Select(p => Math.Round(p, 6)));
        Assert.True(Months(run, Indicators.Admissions, Homes)[..6].Sum() == 0);
    }

    [Fact]
    public void A_season_may_go_over_the_turn_of_the_year()
    {
        var delivery = Months(Run("places-per-month: 500, season: { first: november, last: 2 }"), Indicators.Delivery, Clause);

        Assert.Equal([0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1], delivery[..14]);
    }

    [Fact]
    public void A_season_of_all_months_changes_nothing_to_the_bit() =>
        AssertSame(Run("places-per-month: 500, season: { first: jan, last: dec }"), Run("places-per-month: 500"));

    [Fact]
    public void Nothing_carried_over_changes_nothing() =>
        Assert.All(
            Months(Run("places-per-month: 20000, carry-over: 0"), Indicators.Admissions, Homes).Zip(Months(Run("places-per-month: 20000"), Indicators.Admissions, Homes)),
            p => Assert.Equal(p.Second, p.First, 1e-6));

    [Fact]
    public void Unused_places_are_carried_over_as_far_as_the_limit()
    {
        // More places than applicants in the first months, fewer in the later ones.
        var (plain, some, all) = (Run("places-per-month: 2500"), Run("places-per-month: 2500, carry-over: 2000"), Run("places-per-month: 2500, carry-over: 1000000"));

        Assert.InRange(Total(some) - Total(plain), 1, 2000 * (1 + 1e-9));
        Assert.True(Total(all) > Total(some) + 100);
        Assert.True(Total(all) <= Months(all, Indicators.Delivered, Clause).Sum());
    }

    [Fact]
    public void Places_of_a_year_that_are_left_over_are_used_in_the_next_up_to_the_limit()
    {
        const string Season = "places-per-year: 400000, spread: first-come, season: { first: oct, last: dec }";
        var (lapsing, carried) = (Run($"{Season}, carry-over: 0"), Run($"{Season}, carry-over: 100000"));

        AssertSame(lapsing, Run(Season));
        Assert.True(Total(carried) >= Total(lapsing));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.75)]
    [InlineData(0)]
    public void Workers_go_home_when_their_season_ends_and_the_others_settle(double share)
    {
        var run = Run(FormattableString.Invariant($"places-per-month: 500, season: {{ first: oct, last: feb }}, go-home-share: {share}"));

        var (here, home, admitted) = (Months(run, Indicators.SeasonalWorkers, Homes), Months(run, Indicators.SeasonalReturns, Homes), Months(run, Indicators.Admissions, Homes));
        Assert.True(here[4] > 1000);
        Assert.Equal(0, here[5]);
        Assert.Equal(share * admitted[..8].Sum(), home[..8].Sum(), 1e-6);
        Assert.All(home[..5], h => Assert.Equal(0, h));
    }

    [Fact]
    public void People_who_settle_and_workers_can_come_by_one_channel()
    {
        var run = Run("places-per-month: 500, season: { first: oct, last: feb }, go-home-share: 1", "    settlers: { lever: channel-capacity, channel: gbr-homes-for-ukraine, places-per-month: 500, from: 2022-10, basis: assumption }\n");

        var (home, admitted) = (Months(run, Indicators.SeasonalReturns, Homes), Months(run, Indicators.Admissions, Homes));
        Assert.InRange(home.Sum(), 0.2 * admitted.Sum(), 0.6 * admitted.Sum());
    }

    [Theory]
    [InlineData("places-per-year: 6000, spread: first-come, carry-over: 100")]
    [InlineData("places-per-month: 500, season: { first: oct, last: feb }, go-home-share: 1")]
    [InlineData("places-per-month: 500, carry-over: 1000")]
    public void What_a_variant_does_not_have_leaves_it_as_it_is_alone_to_the_bit(string terms)
    {
        var bag = new DiagnosticBag();
        var with = CompiledScenario.OfText(Text(terms, string.Empty), Repository.Scenarios, bag);
        var both = CompiledScenario.OfText(Text("places-per-month: 500", string.Empty), Repository.Scenarios, bag);
        Assert.Empty(bag.Sorted);
        var world = WorldFolder.Load(Path.Combine(Repository.Scenarios, "worlds", "ukraine-uk"), bag)!;
        var union = ExperimentCompiler.Compile(world, [both!.Scenario, with!.Scenario]) with { Replicates = 1 };
        var (alone, together) = (Run("places-per-month: 500"), BlockSimulation.Run(BlockPlan.Compile(union), new LaneRange(0, 2), TestContext.Current.CancellationToken));

        Assert.Empty(together.Failures);
        foreach (var variable in new[] { Indicators.Admissions, Indicators.Queue, Indicators.Applications })
        {
            Assert.Equal(Months(alone, variable, Homes), Months(together, variable, Homes));
        }
    }

    [Theory]
    [InlineData("places-per-year: 6000", "spread: evenly' or 'spread: first-come'")]
    [InlineData("places-per-year: 6000, spread: soon", "use evenly, first-come or lottery")]
    [InlineData("places-per-month: 6000, spread: evenly", "is for 'places-per-year'")]
    [InlineData("places-per-month: 6, places-per-year: 60, spread: evenly", "stated twice")]
    [InlineData("places-per-month: 6, go-home-share: 1", "needs a 'season'")]
    [InlineData("places-per-month: 6, season: { first: apr }", "no 'last' month")]
    [InlineData("places-per-month: 6, season: { first: 13, last: 2 }", "write 4, apr or april")]
    [InlineData("places-per-month: 6, year-starts: apr", "is for 'spread: first-come'")]
    [InlineData("places-per-month: 6, carry-over: -1", "between 0 and")]
    public void Wrong_terms_are_refused_with_the_remedy(string terms, string remedy)
    {
        var bag = new DiagnosticBag();

        Assert.Null(CompiledScenario.OfText(Text(terms, string.Empty), Repository.Scenarios, bag));
        Assert.Contains(bag.Sorted, d => d.Message.Contains(remedy, StringComparison.Ordinal));
    }

    private static double Total(BlockResult run) => Months(run, Indicators.Admissions, Homes).Sum();

    private static void AssertSame(BlockResult a, BlockResult b) => Assert.All(
        a.Series.Where(s => b.Series.Any(o => o.Key == s.Key)),
        s => Assert.Equal(Months(a, s.Key.Variable, s.Key.Where), Months(b, s.Key.Variable, s.Key.Where)));

    /// <summary>Monthly values of the first lane.</summary>
    private static double[] Months(BlockResult run, string variable, string where)
    {
        var index = run.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, where, SeriesKey.All));
        return [.. run.Values[index].Chunk(run.Lanes).Select(lanes => lanes[0])];
    }

    private static BlockResult Run(string terms, string more = "")
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.OfText(Text(terms, more), Repository.Scenarios, bag);
        Assert.Empty(bag.Sorted);
        var result = BlockSimulation.Run(BlockPlan.Compile(compiled!.Experiment), new LaneRange(0, 1), TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        Assert.InRange(result.LedgerError, 0, 1e-9);
        return result;
    }

    private static string Text(string terms, string more) => $$"""
        corridorsim: 1
        id: terms
        world: worlds/ukraine-uk
        horizon: { from: 2022-10, to: 2025-09 }
        ensemble: { replicates: 1 }
        outputs: { record: full }
        measures:
          GBR:
            homes: { lever: channel-capacity, channel: gbr-homes-for-ukraine, {{terms}}, from: 2022-10, basis: assumption }

        """ + more;
}
