using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class LeverValueTests
{
    [Theory]
    [InlineData("watch: { lever: transit-detection, leg: \"GTM>MEX\", share: { value: 0.55, basis: assumption }, from: 2021-01 }", 0.05, 0.55, "COL-measures/watch: share detected on a leg, 5% \u2192 55% (January 2021)")]
    [InlineData("danger: { lever: transit-danger, leg: \"PAN>CRI\", factor: { value: 0.5, basis: assumption }, from: 2021-01, to: 2021-12 }", null, 0.5, "COL-measures/danger: factor on deaths on a leg, 0.3 \u2192 0.15 deaths per 10,000 people (January 2021)")]
    public void A_provision_is_told_with_the_value_before_it_and_after_it(string measure, double? before, double after, string words)
    {
        var value = LeverValue.Of(Child(measure)).Single();

        Assert.Equal(before ?? value.Before.Least, value.Before.Least, 1e-12);
        Assert.Equal(before is null ? value.Before.Least * after : after, value.After.Least, 1e-12);
        Assert.Equal(value.Before.Least, value.Before.Most);
        Assert.Equal(words, value.Describe(path => path));
    }

    [Fact]
    public void Places_are_those_of_the_channel_before_and_after()
    {
        var value = LeverValue.Of(Child("more: { lever: channel-capacity, channel: col-regularisation, places-per-month: { value: 1000, basis: assumption }, from: 2022-06 }")).Single();

        Assert.Equal(1000, value.After.Least - value.Before.Least, 1e-9);
        Assert.Equal("persons/month", value.Unit);
    }

    [Theory]
    [InlineData("places-per-year: { value: 60000, basis: assumption }, spread: evenly, season: { first: apr, last: jun }, from: 2021-10", "2022-04", 20_000, "persons/month")]
    [InlineData("places-per-year: { value: 60000, basis: assumption }, spread: evenly, season: { first: nov, last: feb }, from: 2021-05", "2021-11", 15_000, "persons/month")]
    [InlineData("places-per-year: { value: 60000, basis: assumption }, spread: evenly, from: 2021-10", "2021-10", 5_000, "persons/month")]
    [InlineData("places-per-month: { value: 700, basis: assumption }, season: { first: nov, last: feb }, from: 2022-01-15", "2022-01", 700, "persons/month")]
    [InlineData("places-per-year: { value: 60000, basis: assumption }, spread: first-come, from: 2021-10", "2021-10", 60_000, "persons/year")]
    public void Places_of_a_season_are_told_in_its_first_month_and_those_of_a_year_by_what_a_month_has(string terms, string month, double added, string unit)
    {
        var value = LeverValue.Of(Child($"more: {{ lever: channel-capacity, channel: col-regularisation, {terms} }}")).Single();

        Assert.Equal((month, unit), (CalendarMonth.Format(value.Month), value.Unit));
        Assert.Equal(added, value.After.Least - value.Before.Least, 1e-6);
    }

    [Fact]
    public void A_clause_of_the_parent_is_left_out_of_the_values_before_while_it_is_out_of_season()
    {
        const string Seasonal = "season-work: { lever: channel-capacity, channel: col-regularisation, places-per-month: { value: 1000, basis: assumption }, season: { first: apr, last: jun }, from: 2021-01 }";
        var values = LeverValue.Of(Child($"{Seasonal}\n    more: {{ lever: channel-capacity, channel: col-regularisation, places-per-month: {{ value: 10, basis: assumption }}, from: 2021-08 }}"));

        Assert.Equal(10, values.Single(v => v.Provision == "more").After.Least - values.Single(v => v.Provision == "more").Before.Least, 1e-9);
    }

    [Fact]
    public void What_the_parent_has_as_well_is_not_told() =>
        Assert.DoesNotContain(LeverValue.Of(Child("watch: { lever: transit-detection, leg: \"COL>PAN\", share: { value: 0.55, basis: assumption }, from: 2022-06 }")), v => v.Instrument == "us-panama");

    private static CompiledScenario Child(string measure)
    {
        var bag = new DiagnosticBag();
        var text = $"corridorsim: 1\nid: child\ntitle: Child\nextends: us-panama-2022.yaml\nmeasures:\n  COL:\n    {measure}\n";
        return CompiledScenario.OfText(text, Repository.Scenarios, bag) ?? throw new InvalidOperationException(string.Join('\n', bag.Sorted));
    }
}
