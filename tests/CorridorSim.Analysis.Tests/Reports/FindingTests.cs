using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports;

namespace CorridorSim.Analysis.Tests.Reports;

public sealed class FindingTests
{
    private static readonly Period Months = new(2022 * 12, (2022 * 12) + 11);

    [Fact]
    public void A_clear_effect_is_told_with_its_odds_and_size()
    {
        var finding = Of("deaths", "deaths in transit", [100, 110, 120, 130, 140, 150, 160, 170], d => d - 20);

        Assert.Equal(FindingKind.Told, finding.Kind);
        Assert.Equal("lower in 8 of 8 simulations", finding.Odds);
        Assert.Equal(
            "Deaths in transit fall by 20, or 14.8% of 135 (90% interval \u221220 to \u221220). All 8 simulations agree.",
            finding.Sentence());
    }

    [Fact]
    public void An_unsure_effect_is_told_with_both_sides_and_how_many_replicates_would_tell()
    {
        var sign = -1;
        var finding = Of("irregular-entries:A>B", "irregular entries A>B", [100, 110, 120, 130, 140, 150, 160, 170], d => d + ((sign = -sign) * 5) + (d / 100));

        Assert.StartsWith("It is unclear whether irregular entries A>B rise or fall: lower in 4 of 8 simulations, higher in 4.", finding.Sentence(), StringComparison.Ordinal);
        Assert.Matches("About [0-9]+ simulations would be needed to see the direction of the mean\\.$", finding.Sentence());
    }

    [Fact]
    public void No_difference_is_told_as_exactly_that()
    {
        var finding = Of("legal-share", "legal share of arrivals", [0.1, 0.2, 0.3], d => d);

        Assert.Equal(FindingKind.Unchanged, finding.Kind);
        Assert.Equal("The legal share of arrivals does not change in any of 3 simulations.", finding.Sentence());
    }

    [Fact]
    public void A_tiny_effect_on_a_channel_is_gathered_and_one_on_a_passage_is_told_with_its_bound()
    {
        double[] levels = [10_000, 10_100, 10_200, 10_300, 10_400, 10_500, 10_600, 10_700];

        var channel = Of("queue:visa", "queue at the end: visa", levels, d => d + 1);
        var passage = Of("irregular-entries:A>B", "irregular entries A>B", levels, d => d + 1);

        Assert.Equal((FindingKind.Tiny, FindingKind.Told), (channel.Kind, passage.Kind));
        Assert.EndsWith(". The whole interval is within 0.1% of the baseline. All 8 simulations agree.", passage.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_lanes_are_left_out_of_the_odds()
    {
        var finding = Of("deaths", "deaths in transit", [100, double.NaN, 120, 130, 140, 150, 160, 170], d => d - 20);

        Assert.Equal("lower in 7 of 7 simulations", finding.Odds);
    }

    [Fact]
    public void Simulations_without_any_change_are_told_as_that_and_not_as_doubt()
    {
        double[] levels = [.. Enumerable.Range(100, 64)];

        var finding = Of("deaths", "deaths in transit", levels, d => d < 142 ? d + 5 : d);

        Assert.Equal("increase or no change", finding.Effect.VerdictInWords);
        Assert.Equal("higher in 42 of 64 simulations, unchanged in 22, never lower", finding.Odds);
        Assert.StartsWith("Deaths in transit rise or do not change: higher in 42 of 64 simulations, unchanged in 22, never lower (90% interval", finding.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wait_of_nobody_is_no_finding()
    {
        var effect = Effect.Of(Waits("closed", [double.NaN, double.NaN]), Waits("open", [12, 14]));
        var finding = new Finding(new HeadlineIndicator("median wait: visa", IndicatorName.Parse("wait:visa")), effect);

        Assert.Equal((FindingKind.Undefined, "nobody admitted in closed"), (finding.Kind, finding.Odds));
        Assert.Equal("The median wait (visa): no comparison, nobody admitted in closed.", finding.Sentence());

        static IndicatorValues Waits(string name, double[] values) => new("median wait: visa", "months", Months, values)
        {
            Ensemble = name,
            Need = UndefinedFigure.Of(IndicatorName.Parse("wait:visa")),
        };
    }

    private static Finding Of(string name, string words, double[] levels, Func<double, double> change)
    {
        var unit = name == "legal-share" ? "share" : "persons";
        var effect = Effect.Of(new IndicatorValues(words, unit, Months, levels), new IndicatorValues(words, unit, Months, [.. levels.Select(change)]));
        return new Finding(new HeadlineIndicator(words, IndicatorName.Parse(name)), effect);
    }
}
