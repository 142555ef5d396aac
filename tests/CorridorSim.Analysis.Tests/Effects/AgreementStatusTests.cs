using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Tests.Reports;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Recording;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Analysis.Tests.Effects;

public sealed class AgreementStatusTests
{
    private const string Reason = "entries above its threshold";

    private static readonly TabledEnsemble Baseline = Of("base", [[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]], [[5, 5, 5, 5], [5, 5, 5, 5], [5, 5, 5, 5]]);

    [Fact]
    public void An_agreement_is_told_with_the_months_it_was_in_force_and_why_it_was_not()
    {
        var scenario = Of("scenario", [[10, 10, 10, 10], [10, 10, 10, 10], [10, 10, 10, 10]], [[9, 9, 9, 9], [7, 5, 5, 9], [5, 5, 5, 5]],
            new PolicyAct(0, "pact", "visas", "in force", "its dates", 0),
            new PolicyAct(0, "pact", "visas", "in force", "its dates", 1),
            new PolicyAct(1, "pact", "visas", "suspended", Reason, 1),
            new PolicyAct(3, "pact", "visas", "resumed", $"no longer: {Reason}", 1),
            new PolicyAct(0, "pact", "visas", "suspended", Reason, 2));

        var status = new StatusReader(scenario, Baseline, null).Read().Single();

        Assert.Equal((3, 2, 2), (status.Replicates, status.InForce, status.Suspended));
        Assert.Equal(6.0 / 12, status.ShareOfMonths);
        Assert.Equal([1, 2], status.SuspendedReplicates.Order());
        Assert.Equal(
            "in force in 2 of 3 simulations, on average for 50% of the months planned; suspended in 2, first in January 2022 (entries above its threshold)",
            status.Describe());
        Assert.Equal((40, 40), (status.Clauses.Single().Promised.Median, status.Clauses.Single().Delivered.Median));
    }

    [Fact]
    public void What_is_suspended_and_resumed_within_a_month_is_in_force_at_its_end()
    {
        var scenario = Of("scenario", [[1, 1, 1, 1]], [[5, 5, 5, 5]],
            new PolicyAct(0, "pact", "visas", "in force", "its dates", 0),
            new PolicyAct(1, "pact", "visas", "resumed", $"no longer: {Reason}", 0),
            new PolicyAct(1, "pact", "visas", "suspended", Reason, 0),
            new PolicyAct(3, "pact", "visas", "ended", "its dates", 0));

        var status = new StatusReader(scenario, null, null).Read().Single();

        Assert.Equal((1.0, 1), (status.ShareOfMonths, status.Suspended));
    }

    [Fact]
    public void A_review_that_ends_an_agreement_counts_as_months_of_its_dates_without_it()
    {
        var scenario = Of("scenario", [[1, 1, 1, 1]], [[5, 5, 5, 5]],
            new PolicyAct(0, "pact", "visas", "in force", "its dates", 0),
            new PolicyAct(1, "pact", "visas", "ended", "entries above its threshold at a review", 0));

        Assert.Equal(0.25, new StatusReader(scenario, null, null).Read().Single().ShareOfMonths);
    }

    [Fact]
    public void What_the_baseline_has_as_well_is_not_told()
    {
        var act = new PolicyAct(0, "old", "visas", "in force", "its dates", 0);
        var scenario = Of("scenario", [[0, 0, 0, 0]], [[5, 5, 5, 5]], act);

        Assert.Empty(new StatusReader(scenario, Of("base", [[0, 0, 0, 0]], [[5, 5, 5, 5]], act), null).Read());
    }

    [Fact]
    public void An_agreement_that_never_began_is_told_as_in_force_in_none()
    {
        var status = new StatusReader(Of("scenario", [[3, 3, 3, 3]], [[5, 5, 5, 5]]), Of("base", [[0, 0, 0, 0]], [[5, 5, 5, 5]]), null).Read().Single();

        Assert.Equal("in force in 0 of 1 simulations", status.Describe());
    }

    [Fact]
    public void Places_of_one_channel_are_taken_up_together_and_those_of_another_alone()
    {
        var bag = new DiagnosticBag();
        var world = CompiledScenario.Load(Path.Combine(Repository.Scenarios, "us-panama-2022.yaml"), ["agreements.us-panama.provisions.more={ lever: channel-capacity, channel: usa-resettlement, places-per-month: { value: 5, basis: assumption }, from: 2022-10 }"], bag);
        Assert.True(world is not null, string.Join('\n', bag.Sorted));
        TabledEnsemble Of(string name, double places, double admitted, double protectedPeople) => new(
            name,
            1,
            [
                .. new[] { "referrals", "more", "protection" }.SelectMany(p => new[] { Indicators.Promised, Indicators.Delivered }.Select(v => ($"{v}:us-panama/{p}", "persons/month", new[] { new[] { places } }))),
                ("admissions:usa-resettlement", "persons/month", [[admitted]]),
                ("protected:PAN", "persons/month", [[protectedPeople]]),
            ]);

        var clauses = new StatusReader(Of("scenario", 10, 30, 9), Of("base", 0, 12, 2), world.Experiment.World).Read().Single().Clauses.ToDictionary(c => c.Provision);

        Assert.Equal(["us-panama/more"], clauses["referrals"].With);
        Assert.Equal(["us-panama/referrals"], clauses["more"].With);
        Assert.Empty(clauses["protection"].With);
        Assert.Equal((18, 18, 7), (clauses["referrals"].TakenUp!.Value.Median, clauses["more"].TakenUp!.Value.Median, clauses["protection"].TakenUp!.Value.Median));
    }

    private static TabledEnsemble Of(string name, double[][] promised, double[][] admitted, params PolicyAct[] acts) => new(
        name,
        1,
        ("promised:pact/visas", "persons/month", promised),
        ("delivered:pact/visas", "persons/month", promised),
        ("admissions:visa", "persons/month", admitted))
    { Acts = acts };
}
