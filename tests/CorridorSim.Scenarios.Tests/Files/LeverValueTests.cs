using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Scenarios.Tests.Files;

public sealed class LeverValueTests
{
    [Theory]
    [InlineData("watch: { lever: transit-detection, leg: \"GTM>MEX\", share: { value: 0.55, basis: assumption }, from: 2021-01 }", 0.05, 0.55)]
    [InlineData("danger: { lever: transit-danger, leg: \"PAN>CRI\", factor: { value: 0.5, basis: assumption }, from: 2021-01, to: 2021-12 }", null, 0.5)]
    public void A_provision_is_told_with_the_value_before_it_and_after_it(string measure, double? before, double after)
    {
        var value = LeverValue.Of(Child(measure)).Single();

        Assert.Equal(before ?? value.Before.Least, value.Before.Least, 1e-12);
        Assert.Equal(before is null ? value.Before.Least * after : after, value.After.Least, 1e-12);
        Assert.Equal(value.Before.Least, value.Before.Most);
        Assert.Contains(" \u2192 ", value.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Places_are_those_of_the_channel_before_and_after()
    {
        var value = LeverValue.Of(Child("more: { lever: channel-capacity, channel: col-regularisation, places-per-month: { value: 1000, basis: assumption }, from: 2022-06 }")).Single();

        Assert.Equal(1000, value.After.Least - value.Before.Least, 1e-9);
        Assert.Equal("persons/month", value.Unit);
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
