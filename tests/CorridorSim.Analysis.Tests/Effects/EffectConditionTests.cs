using CorridorSim.Analysis.Effects;

namespace CorridorSim.Analysis.Tests.Effects;

public sealed class EffectConditionTests
{
    private static readonly Comparison Comparison = new(
        Of("base", 10, 20, 30, 40, 50, 60, 70, 80, 90, 100), Of("other", 11, 22, 33, 44, 55, 66, 77, 88, 99, 110));

    [Theory]
    [InlineData("deaths > 5", true)]
    [InlineData("deaths > 6", false)]
    [InlineData("deaths:AAA>BBB > 5", true)]
    [InlineData("p05(deaths) > 0", true)]
    [InlineData("relative(deaths) <= 10%", true)]
    [InlineData("relative(deaths) > 0.11", false)]
    [InlineData("share(deaths) = 1", true)]
    [InlineData("verdict(deaths) = clear", true)]
    [InlineData("verdict(deaths) = exactly-zero", false)]
    [InlineData("deaths < 0 or base(deaths) >= 55 and other(deaths) < 61", true)]
    [InlineData("deaths < 0 or deaths > 0 and deaths > 100", false)]
    public void A_condition_is_true_of_a_comparison_or_not(string text, bool expected)
    {
        var condition = EffectCondition.TryParse(text, out var error);

        Assert.Empty(error);
        Assert.Equal(expected, condition!.Judge(Comparison).IsTrue);
    }

    [Theory]
    [InlineData("", "is not a condition")]
    [InlineData("deaths", "is not a condition")]
    [InlineData("deaths>0", "with blanks")]
    [InlineData("deaths > many", "is not a number")]
    [InlineData("deaths > 1e999", "is not a number")]
    [InlineData("median(deaths) > 0", "is not a figure")]
    [InlineData("p05(deaths > 0", "is not a figure")]
    [InlineData("verdict(deaths) = sure", "is not a verdict")]
    [InlineData("deaths > 0 and", "another clause")]
    [InlineData("deaths > 0 xor deaths < 1", "another clause")]
    public void A_text_that_is_no_condition_is_refused_with_the_reason(string text, string reason)
    {
        Assert.Null(EffectCondition.TryParse(text, out var error));

        Assert.Contains(reason, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deaths:*", "deaths:AAA>BBB")]
    [InlineData("d?aths:AAA*", "deaths:AAA>BBB")]
    [InlineData("deaths:CCC>DDD/VEN", "deaths:CCC>DDD/VEN")]
    public void A_pattern_names_what_was_recorded(string pattern, string expected) =>
        Assert.Equal(expected, Assert.Single(new IndicatorPattern(pattern).In(Of("base", 1))).ToString());

    [Fact]
    public void A_pattern_names_a_share_where_all_that_it_is_worked_out_of_was_recorded()
    {
        var pattern = new IndicatorPattern("legal-*");
        (string, string, double[][]) Series(string name) => (name, "persons/month", [[1]]);
        var whole = new TabledEnsemble("base", 1, Series("admissions:usa-h2a"), Series("encounters-at-ports:AAA>BBB"), Series("irregular-arrivals:AAA>BBB"));

        Assert.Equal("legal-share", Assert.Single(pattern.In(whole)).ToString());
        Assert.Throws<UnknownIndicatorException>(() => pattern.In(Of("base", 1)));
    }

    [Fact]
    public void A_pattern_for_several_names_what_all_of_them_recorded()
    {
        (string, string, double[][]) Series(string name) => (name, "persons/month", [[1]]);
        var more = new TabledEnsemble("more", 1, Series("deaths:AAA>BBB"), Series("deaths:CCC>DDD"), Series("admissions:usa-h2a"));

        Assert.Equal(["deaths:AAA>BBB"], new IndicatorPattern("deaths:*").InAll([more, Of("base", 1)]).Select(n => n.ToString()).Where(n => !n.Contains('/', StringComparison.Ordinal)));
        Assert.Contains("by all of these runs", Assert.Throws<UnknownIndicatorException>(() => new IndicatorPattern("admissions:*").InAll([more, Of("base", 1)])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_names_nothing_is_refused() =>
        Assert.Contains("there are deaths", Assert.Throws<UnknownIndicatorException>(() => new IndicatorPattern("birth*").In(Of("base", 1))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(100_000, 100_090, true)]
    [InlineData(100_000, 100_110, false)]
    [InlineData(100, 100.4, true)]
    [InlineData(100, 100.6, false)]
    [InlineData(100, 100, false)]
    public void An_effect_is_tiny_below_a_thousandth_of_the_level_or_half_a_person_but_not_when_exactly_zero(double before, double after, bool expected)
    {
        var comparison = new Comparison(Of("base", before, before, before), Of("other", after, after, after));

        Assert.Equal(expected, comparison.On(new IndicatorName("deaths")).IsTiny);
    }

    private static TabledEnsemble Of(string name, params double[] deaths) =>
        new(name, 1, ("deaths:AAA>BBB", "persons/month", [.. deaths.Select(d => new[] { d })]));
}
