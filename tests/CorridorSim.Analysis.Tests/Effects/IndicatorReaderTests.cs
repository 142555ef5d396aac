using CorridorSim.Analysis.Effects;
using CorridorSim.Model.Engine;

namespace CorridorSim.Analysis.Tests.Effects;

public sealed class IndicatorReaderTests
{
    private static readonly TabledEnsemble Ensemble = new(
        "trial",
        1,
        ("admissions:visa", "persons/month", [[10, 30], [0, 0]]),
        ("admissions:parole", "persons/month", [[5, 5], [1, 1]]),
        ("wait:visa", "months", [[1, 3], [7, 9]]),
        ("queue:visa", "persons", [[100, 200], [1, 2]]),
        ("encounters-at-ports:AAA>BBB", "events/month", [[0, 10], [0, 0]]),
        ("irregular-arrivals:AAA>BBB", "persons/month", [[20, 20], [6, double.NaN]]),
        ("irregular-entries:AAA>BBB", "persons/month", [[7, 8], [9, 10]]),
        ("irregular-entries:AAA>BBB/CCC", "persons/month", [[1, 2], [3, 4]]),
        ("perceived-success:AAA>BBB/CCC", "share", [[0.2, 0.4], [0.5, 0.5]]));

    [Theory]
    [InlineData("admissions", 50, 2)]
    [InlineData("admissions:visa", 40, 0)]
    [InlineData("queue:visa", 200, 2)]
    [InlineData("wait:visa", 2.5, double.NaN)]
    [InlineData("irregular-entries:AAA>BBB/CCC", 3, 7)]
    [InlineData("perceived-success:AAA>BBB/CCC", 0.3, 0.5)]
    [InlineData("legal-share", 0.6, double.NaN)]
    public void A_flow_is_summed_a_stock_taken_at_the_end_and_a_level_averaged(string indicator, double first, double second)
    {
        var values = new IndicatorReader(Ensemble).Over(IndicatorName.Parse(indicator)).Values;

        Assert.Equal([first, second], values, (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void The_series_are_looked_through_as_seldom_when_there_are_many_of_many_replicates()
    {
        var (few, many) = (Made(places: 1, replicates: 1), Made(places: 50, replicates: 20));

        foreach (var ensemble in new[] { few, many })
        {
            var reader = new IndicatorReader(ensemble);
            reader.Over(IndicatorName.Parse("admissions:visa-0"));
            reader.By(IndicatorName.Parse("admissions:visa-0"), ReportStep.Month);
        }

        Assert.Equal(few.Looks, many.Looks);

        static TabledEnsemble Made(int places, int replicates) => new(
            "trial", 1, [.. Enumerable.Range(0, places).Select(p => ($"admissions:visa-{p}", "persons/month", Enumerable.Repeat(new double[] { 1, 2 }, replicates).ToArray()))]);
    }

    [Fact]
    public void A_period_takes_its_months_only()
    {
        var values = new IndicatorReader(Ensemble).Over(IndicatorName.Parse("admissions"), Period.TryParse("2022-02"));

        Assert.Equal("2022-02", values.Period.ToString());
        Assert.Equal([35, 1], values.Values);
    }

    [Theory]
    [InlineData("admision", "there are admissions, wait")]
    [InlineData("admissions:vsa", "recorded for visa, parole")]
    [InlineData("admissions/VEN", "record: full")]
    public void An_unknown_indicator_is_refused_with_what_there_is(string indicator, string hint)
    {
        var error = Assert.Throws<UnknownIndicatorException>(() => new IndicatorReader(Ensemble).Over(IndicatorName.Parse(indicator)));

        Assert.Contains(hint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_outside_the_horizon_is_refused() =>
        Assert.Throws<UnknownIndicatorException>(() => new IndicatorReader(Ensemble).Over(IndicatorName.Parse("deaths"), Period.TryParse("2030")));

    [Theory]
    [InlineData("2024", "2024-01..2024-12")]
    [InlineData("2024-03", "2024-03")]
    [InlineData("2023-10..2024", "2023-10..2024-12")]
    [InlineData("2024..2023", null)]
    [InlineData("2024-13", null)]
    [InlineData("march", null)]
    public void A_period_is_a_year_a_month_or_a_span(string text, string? expected) =>
        Assert.Equal(expected, Period.TryParse(text)?.ToString());

    [Theory]
    [InlineData("deaths", "deaths", null, "ALL")]
    [InlineData("deaths/VEN", "deaths", null, "VEN")]
    [InlineData("delivery:us-panama/referrals", "delivery", "us-panama/referrals", "ALL")]
    [InlineData("irregular-entries:COL>PAN/VEN", "irregular-entries", "COL>PAN", "VEN")]
    public void A_name_has_a_variable_a_place_and_a_nationality(string text, string variable, string? where, string nationality)
    {
        var name = IndicatorName.Parse(text);

        Assert.Equal(new IndicatorName(variable, where, nationality), name);
        Assert.Equal(text, name.ToString());
    }
}
