using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Reports;

namespace CorridorSim.Analysis.Tests.Reports;

public sealed class FindingTests
{
    private static readonly Period Months = new(2022 * 12, (2022 * 12) + 11);

    [Fact]
    public void A_clear_effect_is_told_with_its_odds_and_size()
    {
        var finding = Of("deaths", "deaths on the way", [100, 110, 120, 130, 140, 150, 160, 170], d => d - 20);

        Assert.Equal(FindingKind.Told, finding.Kind);
        Assert.Equal("lower in 8 of 8", finding.Odds);
        Assert.Equal(
            "In 8 of 8 replicates deaths on the way are fewer than in base; the median difference is \u221220.0 persons (90 % interval \u221220.0 to \u221220.0), \u221214.8 % of 135.",
            finding.Sentence("base"));
    }

    [Fact]
    public void An_unsure_effect_is_told_with_both_sides_and_how_many_replicates_would_tell()
    {
        var sign = -1;
        var finding = Of("irregular-entries:A>B", "irregular entries A>B", [100, 110, 120, 130, 140, 150, 160, 170], d => d + ((sign = -sign) * 5) + (d / 100));

        Assert.StartsWith("Whether irregular entries A>B rise or fall cannot be told: lower than in base in 4 of 8 replicates, higher in 4;", finding.Sentence("base"), StringComparison.Ordinal);
        Assert.Matches("About [0-9]+ replicates would settle the sign of the mean\\.$", finding.Sentence("base"));
    }

    [Fact]
    public void No_difference_is_told_as_exactly_that()
    {
        var finding = Of("legal-share", "legal share of arrivals", [0.1, 0.2, 0.3], d => d);

        Assert.Equal(FindingKind.Unchanged, finding.Kind);
        Assert.Equal("In all 3 replicates the legal share of arrivals is exactly as in base.", finding.Sentence("base"));
    }

    [Fact]
    public void A_tiny_effect_on_a_channel_is_gathered_and_one_on_a_passage_is_told_as_next_to_nothing()
    {
        double[] levels = [10_000, 10_100, 10_200, 10_300, 10_400, 10_500, 10_600, 10_700];

        var channel = Of("queue:visa", "queue at the end: visa", levels, d => d + 1);
        var passage = Of("irregular-entries:A>B", "irregular entries A>B", levels, d => d + 1);

        Assert.Equal((FindingKind.Tiny, FindingKind.Told), (channel.Kind, passage.Kind));
        Assert.EndsWith("next to nothing.", passage.Sentence("base"), StringComparison.Ordinal);
    }

    [Fact]
    public void Failed_lanes_are_left_out_of_the_odds()
    {
        var finding = Of("deaths", "deaths on the way", [100, double.NaN, 120, 130, 140, 150, 160, 170], d => d - 20);

        Assert.Equal("lower in 7 of 7", finding.Odds);
    }

    private static Finding Of(string name, string words, double[] levels, Func<double, double> change)
    {
        var unit = name == "legal-share" ? "share" : "persons";
        var effect = Effect.Of(new IndicatorValues(words, unit, Months, levels), new IndicatorValues(words, unit, Months, [.. levels.Select(change)]));
        return new Finding(new HeadlineIndicator(words, IndicatorName.Parse(name)), effect);
    }
}
