using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Worlds;

/// <summary>
/// Facts of the literature in the shipped world, with paired 90 % intervals that exclude zero where nothing else is said. Each
/// test asks for a sign, not for a number.
/// </summary>
public sealed class AmericasDirectionTests
{
    [Fact]
    public void More_places_in_a_channel_raise_its_admissions_and_lower_its_wait()
    {
        var effect = Effect("few", "channel");

        Above(effect("admissions:usa-parole", "2022"));
        Below(effect("wait:usa-parole", "2022"));
    }

    /// <summary>Where employers name the people, places are filled and nobody waits.</summary>
    [Fact]
    public void More_places_that_employers_fill_are_as_many_more_admissions()
    {
        var more = Effect("base", "places")("admissions:usa-h2b", "2022");

        // The places of a month times its season: a year has the places of twelve months.
        Assert.InRange(more.P05, 12 * 4000 * 0.999, 12 * 4000 * 1.001);
        Assert.Throws<UnknownIndicatorException>(() => Reader("base").Monthly(IndicatorName.Parse("wait:usa-h2b")));
    }

    /// <summary>
    /// Parole for four nationalities at its published cap of 30,000 a month. The queue comes in the first month, when no wait is known; afterwards
    /// the fitted dislike of waiting (about 0.4 a month) keeps newcomers away and it shrinks, but it stays a queue of months.
    /// </summary>
    [Fact]
    public void A_cap_that_binds_leaves_a_queue_of_months()
    {
        var chnv = Reader("chnv");
        var queue = chnv.Monthly(IndicatorName.Parse("queue:usa-parole"));
        var admitted = chnv.Over(IndicatorName.Parse("admissions:usa-parole"), Period.TryParse("2023-07..2023-12")).Values;

        Assert.All(admitted, a => Assert.InRange(a, 0.9 * 6 * 30_000, 6 * 30_000 * 1.0001));
        Assert.All(queue, q => Assert.Equal(0, q[20]));
        Assert.All(queue, q => Assert.InRange(q[35], 2 * 30_000, double.PositiveInfinity));
    }

    /// <summary>
    /// Where a channel opens at once with far too few places, the model does not show growth: everybody who wants to applies in the
    /// first month, for no wait is known yet, and long waits keep others away afterwards. What it does show is a queue of years.
    /// </summary>
    [Fact]
    public void A_cap_far_too_small_leaves_a_queue_of_years_that_ample_places_do_not()
    {
        var (few, many) = (Reader("few"), Reader("many"));
        var queue = IndicatorName.Parse("queue:usa-parole");
        var admitted = few.Over(IndicatorName.Parse("admissions:usa-parole"), Period.TryParse("2022")).Values;

        // It binds: as many are admitted as there are places, and no more.
        Assert.All(admitted, a => Assert.InRange(a, 0.9 * 12 * 300, 12 * 300 * 1.0001));
        Assert.All(few.Over(queue).Values, q => Assert.True(q > 24 * 300));
        Below(PairedDifference.Between(few.Over(queue).Values, many.Over(queue).Values));
    }

    [Fact]
    public void A_visa_requirement_on_an_air_leg_moves_people_to_the_land_route() =>
        Above(Effect("no-visa", "base")("irregular-entries:COL>PAN/VEN", "2022-02..2022-12"));

    [Fact]
    public void A_higher_chance_of_return_lowers_departures_at_first_and_less_when_outcomes_do_not_confirm_it()
    {
        var (silent, spoken) = (Reader("base"), Reader("announced"));

        var first = Ratio(silent, spoken, "2021-07..2021-09");
        var later = Ratio(silent, spoken, "2022-10..2022-12");

        Below(PairedDifference.Summarise([.. first.Select(r => r - 1)]));
        Above(PairedDifference.Between(first, later));
    }

    [Fact]
    public void A_channel_joined_with_returns_lowers_irregular_flow_by_more_than_either_alone()
    {
        const string Flow = "irregular-arrivals:MEX>USA";

        Below(Effect("channel", "both")(Flow, "2022"));
        Below(Effect("returns", "both")(Flow, "2022"));
        Below(Effect("base", "both")(Flow, "2022"));
    }

    private static Func<string, string, PairedSummary> Effect(string baseline, string other)
    {
        var comparison = new Comparison(AmericasVariants.Of(baseline), AmericasVariants.Of(other));
        return (indicator, period) => comparison.On(IndicatorName.Parse(indicator), Period.TryParse(period)).Summary;
    }

    private static IndicatorReader Reader(string name) => new(AmericasVariants.Of(name));

    /// <summary>Attempts of those who were spoken to, with the announcement over without it.</summary>
    private static double[] Ratio(IndicatorReader silent, IndicatorReader spoken, string period)
    {
        return [.. Sum(spoken).Zip(Sum(silent), (after, before) => after / before)];

        double[] Sum(IndicatorReader reader) => new[] { "CUB", "HTI", "NIC", "VEN" }
            .Select(n => reader.Over(IndicatorName.Parse($"encounters-between-ports:MEX>USA/{n}"), Period.TryParse(period)).Values)
            .Aggregate((a, b) => [.. a.Zip(b, (x, y) => x + y)]);
    }

    private static void Above(PairedSummary summary) => Assert.True(summary.P05 > 0, $"{summary}");

    private static void Below(PairedSummary summary) => Assert.True(summary.P95 < 0, $"{summary}");
}
