using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Worlds;

namespace CorridorSim.Scenarios.Tests.Files;

/// <summary>Ceilings in all, stocks of places, exchanges, minimums, places or money, payments and lotteries, run in the shipped worlds.</summary>
public sealed class CountedClauseTests
{
    private const string Southern = "worlds/mediterranean";
    private const string Homes = "gbr-homes-for-ukraine";
    private const string Returns = "returns: { lever: readmission, leg: TUR>GRC, persons-per-month: 1000, by: TUR, from: 2010-04, basis: assumption";
    private const string Exchange = "exchange: { lever: channel-capacity, channel: eu-turkey-exchange, by: XNW, from: 2010-04, basis: assumption";
    private const string Centres = "centres: { lever: protection-capacity, country: GRC, by: XNW, from: 2010-04, basis: assumption";
    private const string Boats = "control: { lever: leg-closure, leg: TUR>GRC, open-share: 0.5, by: TUR, from: 2010-04, basis: assumption";

    [Fact]
    public void A_ceiling_in_all_ends_a_channel_when_so_many_have_come()
    {
        var run = Run($"{Exchange}, places-per-month: 3000, ceiling: 7500 }}");

        Assert.Equal([3000, 3000, 1500, 0, 0], Months(run, Indicators.PlacesTaken, "pact/exchange")[3..8].Select(v => Math.Round(v, 6)));
        Assert.Equal(7500, Months(run, Indicators.Delivered, "pact/exchange").Sum(), 6);
        Assert.Contains(run.Events, e => e is { Act: "ended", Reason: "its ceiling is reached", Month: 5 });
    }

    [Fact]
    public void A_ceiling_in_all_ends_returns_when_so_many_have_been_sent_back()
    {
        var (open, capped) = (Run($"{Returns} }}"), Run($"{Returns}, ceiling: 1500 }}"));

        Assert.True(Months(open, Indicators.Readmissions, "TUR>GRC").Sum() > 3000);
        Assert.InRange(Months(capped, Indicators.Readmissions, "TUR>GRC").Sum(), 1500 * 0.999, 1500 * 1.05);
        Assert.Equal(0, Months(capped, Indicators.Readmissions, "TUR>GRC")[^1], 6);
    }

    [Fact]
    public void Places_at_a_time_are_given_again_when_they_are_left()
    {
        var run = Run($"{Centres}, places-at-a-time: 300, stay-months: 2 }}");

        var (inUse, taken) = (Months(run, Indicators.Delivered, "pact/centres"), Months(run, Indicators.Protected, "GRC"));
        Assert.All(inUse, u => Assert.InRange(u, 0, 300 * (1 + 1e-9)));
        // Three months fill them; then as many come in as leave after two months, and the last tick stands out of the count.
        Assert.InRange(inUse[^1], 250, 300 * (1 + 1e-9));
        Assert.InRange(taken[^3..].Average(), 110, 151);
    }

    [Fact]
    public void One_for_one_gives_as_many_places_as_people_were_sent_back()
    {
        var run = Run($"{Returns} }}", $"{Exchange}, places-per-month: 100000, one-for: returns }}");

        var (back, taken) = (Months(run, Indicators.Readmissions, "TUR>GRC"), Months(run, Indicators.PlacesTaken, "pact/exchange"));
        Assert.True(back.Sum() > 3000);
        Assert.InRange(back.Sum() - taken.Sum(), -1e-6, back.Max());
        for (var m = 0; m < back.Length; m++)
        {
            Assert.True(taken[..(m + 1)].Sum() <= back[..(m + 1)].Sum() * (1 + 1e-9));
        }
    }

    [Fact]
    public void An_exchange_keeps_to_its_ratio_and_its_ceiling()
    {
        var run = Run($"{Returns}, ceiling: 800 }}", $"{Exchange}, places-per-month: 100000, one-for: returns, one-for-ratio: 5, ceiling: 3900 }}");

        Assert.Equal(3900, Months(run, Indicators.PlacesTaken, "pact/exchange").Sum(), 6);
    }

    [Fact]
    public void Without_people_sent_back_nothing_is_owed() =>
        Assert.All(Months(Run($"{Returns.Replace("persons-per-month: 1000", "persons-per-month: 0", StringComparison.Ordinal)} }}", $"{Exchange}, places-per-month: 100000, one-for: returns }}"), Indicators.PlacesTaken, "pact/exchange"), t => Assert.Equal(0, t));

    [Fact]
    public void Exit_control_stays_as_far_as_the_minimum_of_the_year_before_was_met()
    {
        var met = Run($"{Exchange}, places-per-month: 500 }}", $"{Boats}, in-exchange-for: exchange, minimum-per-year: 6000 }}");
        var half = Run($"{Exchange}, places-per-month: 250 }}", $"{Boats}, in-exchange-for: exchange, minimum-per-year: 6000 }}");

        Assert.All(Months(met, Indicators.Delivery, "pact/control")[3..], d => Assert.Equal(1, d, 9));
        var delivery = Months(half, Indicators.Delivery, "pact/control");
        Assert.All(delivery[3..15], d => Assert.Equal(1, d));
        Assert.All(delivery[15..], d => Assert.Equal(0.5, d, 9));
    }

    [Fact]
    public void What_is_paid_for_is_not_given_and_costs_its_price()
    {
        var run = Run($"{Centres}, places-per-month: 400, payer: XNW, money-share: 0.75, money-per-place-kusd: 20 }}");

        Assert.Equal(400, Months(run, Indicators.Promised, "pact/centres")[6], 6);
        Assert.Equal(100, Months(run, Indicators.Delivered, "pact/centres")[6], 6);
        Assert.Equal(300 * 20, Months(run, Indicators.Cost, "pact/centres")[6], 6);
        Assert.Equal(300 * 20, Months(run, Indicators.Spending, "pact@XNW")[6], 6);
    }

    [Fact]
    public void Payments_fall_due_at_the_start_for_each_person_and_at_thresholds()
    {
        var run = Run($"{Returns}, ceiling: 1000, payer: XNW, payment: {{ at-start-kusd: 370, per-person-kusd: 2, thresholds: [{{ persons: 300, kusd: 120 }}, {{ persons: 900, kusd: 50 }}, {{ persons: 99000, kusd: 7 }}] }} }}");

        var (cost, back) = (Months(run, Indicators.Cost, "pact/returns"), Months(run, Indicators.Readmissions, "TUR>GRC"));
        Assert.True(cost[3] >= 370);
        Assert.Equal(370 + 120 + 50 + (2 * back.Sum()), cost.Sum(), 6);
    }

    [Fact]
    public void Places_are_drawn_once_a_year_among_all_who_have_applied_and_the_others_go_home_to_decide_again()
    {
        var run = RunHomes("places-per-year: 6000, spread: lottery, window-months: 2, year-starts: oct");

        var (admitted, refused, queue) = (Months(run, Indicators.Admissions, Homes), Months(run, Indicators.Refusals, Homes), Months(run, Indicators.Queue, Homes));
        Assert.Equal(0, admitted[0] + admitted[1]);
        // Who is drawn arrives some time after.
        Assert.InRange(admitted[2..12].Sum(), 5500, 6000 * (1 + 1e-9));
        Assert.InRange(admitted.Sum(), 17_000, 18_000 * (1 + 1e-9));
        Assert.True(queue[1] > 0);
        Assert.True(refused[2] > 0);
    }

    [Fact]
    public void A_lottery_without_a_window_and_with_places_for_all_is_first_come()
    {
        var (drawn, first) = (RunHomes("places-per-year: 10000000, spread: lottery, window-months: 0"), RunHomes("places-per-year: 10000000, spread: first-come"));

        Assert.True(Months(drawn, Indicators.Admissions, Homes).Sum() > 1000);
        Assert.All(Months(drawn, Indicators.Admissions, Homes).Zip(Months(first, Indicators.Admissions, Homes)), p => Assert.Equal(p.Second, p.First, 1e-6));
    }

    [Theory]
    [InlineData("places-per-month: 500, ceiling: 12000000", "places-per-month: 500")]
    [InlineData("places-per-month: 500, money-share: 0, money-per-place-kusd: 20", "places-per-month: 500")]
    public void Terms_that_do_not_bind_change_nobody(string with, string without)
    {
        var (bound, free) = (RunHomes(with), RunHomes(without));

        foreach (var variable in new[] { Indicators.Admissions, Indicators.Applications, Indicators.Queue })
        {
            Assert.All(Months(bound, variable, Homes).Zip(Months(free, variable, Homes)), p => Assert.Equal(p.Second, p.First, 1e-6));
        }
    }

    [Theory]
    [InlineData("places-per-month: 500, ceiling: 9000")]
    [InlineData("places-at-a-time: 500, stay-months: 6")]
    [InlineData("places-per-year: 6000, spread: lottery")]
    [InlineData("places-per-month: 500, payment: { per-person-kusd: 2 }")]
    public void What_a_variant_does_not_have_leaves_it_as_it_is_alone_to_the_bit(string terms)
    {
        var bag = new DiagnosticBag();
        var with = CompiledScenario.OfText(HomesText(terms), Repository.Scenarios, bag);
        var plain = CompiledScenario.OfText(HomesText("places-per-month: 500"), Repository.Scenarios, bag);
        Assert.Empty(bag.Sorted);
        var world = WorldFolder.Load(Path.Combine(Repository.Scenarios, "worlds", "ukraine-uk"), bag)!;
        var union = ExperimentCompiler.Compile(world, [plain!.Scenario, with!.Scenario]) with { Replicates = 1 };
        var (alone, together) = (RunHomes("places-per-month: 500"), BlockSimulation.Run(BlockPlan.Compile(union), new LaneRange(0, 2), TestContext.Current.CancellationToken));

        Assert.Empty(together.Failures);
        Assert.InRange(together.LedgerError, 0, 1e-9);
        foreach (var variable in new[] { Indicators.Admissions, Indicators.Queue, Indicators.Applications })
        {
            Assert.Equal(Months(alone, variable, Homes), Months(together, variable, Homes));
        }
    }

    [Theory]
    [InlineData("places-at-a-time: 500", "go together: how many places")]
    [InlineData("places-per-month: 5, stay-months: 2", "go together: how many places")]
    [InlineData("places-per-month: 5, one-for-ratio: 2", "needs 'one-for'")]
    [InlineData("places-per-month: 5, one-for: nobody", "does not exist")]
    [InlineData("places-per-month: 5, minimum-per-year: 2", "go together: which clause")]
    [InlineData("places-per-month: 5, money-share: 0.5", "go together: which share")]
    [InlineData("places-per-year: 5, spread: first-come, ceiling: 9", "use 'spread: evenly'")]
    [InlineData("places-per-month: 5, ceiling: 9, carry-over: 3", "remove 'carry-over'")]
    [InlineData("places-per-month: 5, window-months: 2", "is for 'spread: lottery'")]
    [InlineData("places-per-month: 5, places-at-a-time: 2, stay-months: 2", "stated twice")]
    [InlineData("places-per-month: 5, payment: { thresholds: [{ persons: 3 }] }", "has people and a sum")]
    public void Wrong_terms_are_refused_with_the_remedy(string terms, string remedy)
    {
        var bag = new DiagnosticBag();

        Assert.Null(CompiledScenario.OfText(HomesText(terms), Repository.Scenarios, bag));
        Assert.Contains(bag.Sorted, d => d.Message.Contains(remedy, StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_can_be_drawn_where_people_are_named()
    {
        var bag = new DiagnosticBag();

        Assert.Null(CompiledScenario.OfText(Text(Southern, "2010-01", $"{Exchange}, places-per-year: 9, spread: lottery }}"), Repository.Scenarios, bag));
        Assert.Contains(bag.Sorted, d => d.Message.Contains("nobody applies among whom", StringComparison.Ordinal));
    }

    private static double[] Months(BlockResult run, string variable, string where)
    {
        var index = run.Series.ToList().FindIndex(s => s.Key == new SeriesKey(variable, where, SeriesKey.All));
        return [.. run.Values[index].Chunk(run.Lanes).Select(lanes => lanes[0])];
    }

    private static BlockResult Run(params string[] clauses) => Simulate(Text(Southern, "2010-01", clauses));

    private static BlockResult RunHomes(string terms) => Simulate(HomesText(terms));

    private static string HomesText(string terms) => Text(
        "worlds/ukraine-uk", "2022-10", $"homes: {{ lever: channel-capacity, channel: {Homes}, {terms}, from: 2022-10, basis: assumption }}")
        .Replace("parties: [XNW, TUR]", "parties: [GBR, UKR]", StringComparison.Ordinal);

    private static BlockResult Simulate(string text)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.OfText(text, Repository.Scenarios, bag);
        Assert.Empty(bag.Sorted);
        var result = BlockSimulation.Run(BlockPlan.Compile(compiled!.Experiment), new LaneRange(0, 1), TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        Assert.InRange(result.LedgerError, 0, 1e-9);
        return result;
    }

    private static string Text(string world, string from, params string[] clauses) => $$"""
        corridorsim: 1
        id: counted
        world: {{world}}
        horizon: { from: {{from}}, to: {{(from == "2010-01" ? "2011-12" : "2025-09")}} }
        ensemble: { replicates: 1 }
        outputs: { record: full }
        agreements:
          pact:
            parties: [XNW, TUR]
            signed: {{from}}
            provisions:

        """ + string.Concat(clauses.Select(c => $"      {c}\n"));
}
