using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Agreements;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Agreements;

/// <summary>What was promised and what was delivered as two doses of one agreement.</summary>
public sealed class DoseTests
{
    private static readonly string Pact = Path.Combine(Repository.Scenarios, "eu-turkey-2016.yaml");

    [Fact]
    public void At_the_delivered_dose_a_clause_has_the_counts_of_its_months_and_no_more()
    {
        var delivered = Load("dose=delivered").Scenario.Instruments.Single(i => i.Id == "eu-turkey-2016").Provisions;

        var returns = delivered.Where(p => p.Id.StartsWith("returns-", StringComparison.Ordinal)).ToArray();
        Assert.Equal(838, returns.Sum(p => p.Size.Value.Central * (p.To - p.From)));
        Assert.Equal(386, returns[0].Size.Value.Central);
        Assert.Equal("2016-04", CalendarMonth.Format((int)returns[0].From));
        Assert.All(returns, r => Assert.False(r.IsAssumed));
    }

    [Fact]
    public void Totals_at_dates_are_spread_evenly_and_lose_nobody()
    {
        var delivered = Load("dose=delivered").Scenario.Instruments.Single(i => i.Id == "eu-turkey-2016").Provisions;

        var resettled = delivered.Where(p => p.Id.StartsWith("resettlement-", StringComparison.Ordinal)).Sum(p => p.Size.Value.Central * (p.To - p.From));
        Assert.InRange(resettled, 9000 - 0.1, 9000 + 0.1);
    }

    [Fact]
    public void A_clause_that_was_not_counted_stays_as_promised()
    {
        var promised = Load("dose=promised").Scenario.Instruments.Single(i => i.Id == "eu-turkey-2016");
        var delivered = Load("dose=delivered").Scenario.Instruments.Single(i => i.Id == "eu-turkey-2016");

        Assert.Equal(promised.Provisions.Single(p => p.Id == "announced").Size.Value, delivered.Provisions.Single(p => p.Id == "announced").Size.Value);
    }

    [Fact]
    public void An_unknown_dose_is_refused()
    {
        var bag = new DiagnosticBag();

        _ = CompiledScenario.Load(Pact, ["dose=half"], bag);

        Assert.Contains(bag.Sorted, d => d.Message.Contains("unknown dose 'half'", StringComparison.Ordinal));
    }

    [Fact]
    public void The_relocation_of_2015_was_kept_to_less_than_a_fifth()
    {
        var bag = new DiagnosticBag();

        var clauses = PactReader.Library(Path.Combine(Repository.Scenarios, "agreements", "eu-relocation-2015.yaml"), bag);

        Assert.Empty(bag.Sorted);
        // 24 months of 4,444 places are 106,656; 24 of 2,223 reach their ceiling of 53,333.
        Assert.Equal(106_656 + 53_333, clauses.Sum(c => c.DueInAll!.Value), 0);
        Assert.Equal(29_000, clauses.Sum(c => c.Delivered!.Total), 0);
        Assert.InRange(clauses.Sum(c => c.Delivered!.Total) / clauses.Sum(c => c.DueByThen!.Value), 0.17, 0.19);
    }

    private static CompiledScenario Load(string setting)
    {
        var bag = new DiagnosticBag();
        var compiled = CompiledScenario.Load(Pact, [setting], bag);
        Assert.Empty(bag.Sorted);
        return compiled!;
    }
}
