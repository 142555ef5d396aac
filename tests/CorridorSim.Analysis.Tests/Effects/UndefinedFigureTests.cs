using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Effects;

public sealed class UndefinedFigureTests
{
    private static readonly double[][] Nobody = [[0, 0], [0, 0], [0, 0], [0, 0]];
    private static readonly double[][] NoWait = [.. Nobody.Select(_ => new[] { double.NaN, double.NaN })];

    private static readonly TabledEnsemble Closed = Of("closed", Nobody, NoWait);
    private static readonly TabledEnsemble Open = Of("open", [[10, 30], [10, 10], [10, 0], [10, 10]], [[1, 3], [4, 4], [5, double.NaN], [2, 4]]);
    private static readonly TabledEnsemble Sometimes = Of("sometimes", [[10, 30], [0, 0], [10, 0], [0, 0]], [[2, 4], [double.NaN, double.NaN], [6, double.NaN], [double.NaN, double.NaN]]);

    [Theory]
    [InlineData("wait:visa")]
    [InlineData("mean-wait:visa")]
    public void A_wait_is_averaged_over_the_months_that_have_one(string indicator)
    {
        var values = new IndicatorReader(Open).Over(IndicatorName.Parse(indicator));

        Assert.Equal([2.5, 4, 5, 3], values.Values);
        Assert.Equal((4, string.Empty), (values.Defined, values.Gap));
    }

    [Theory]
    [InlineData("wait:visa", "nobody admitted")]
    [InlineData("mean-wait:visa", "nobody admitted")]
    [InlineData("legal-share", "nobody arrived")]
    public void A_figure_of_nobody_is_not_a_number_and_says_so(string indicator, string gap)
    {
        var values = new IndicatorReader(Closed).Over(IndicatorName.Parse(indicator));

        Assert.All(values.Values, v => Assert.Equal(double.NaN, v));
        Assert.Equal((double.NaN, double.NaN, double.NaN), (values.Band.Median, values.Band.Lower, values.Band.Upper));
        Assert.Equal((0, gap), (values.Defined, values.Gap));
    }

    [Fact]
    public void A_share_of_nothing_is_not_a_number_in_its_month() =>
        Assert.All(new IndicatorReader(Closed).Monthly(IndicatorName.Parse("legal-share")).SelectMany(m => m), v => Assert.Equal(double.NaN, v));

    [Fact]
    public void Quantiles_are_those_of_the_replicates_that_have_the_figure_whose_count_is_told()
    {
        var values = new IndicatorReader(Sometimes).Over(IndicatorName.Parse("wait:visa"));

        Assert.Equal(4.75, values.Band.Median);
        Assert.Equal((2, "somebody admitted in 2 of 4 simulations"), (values.Defined, values.Gap));
    }

    [Fact]
    public void A_failed_lane_does_not_count_as_one_without_the_figure()
    {
        var failed = new TabledEnsemble(
            "failed", 1, ("admissions:visa", "persons/month", [[10], [double.NaN]]), ("wait:visa", "months", [[3], [double.NaN]]))
        { Failed = new HashSet<int> { 1 } };

        Assert.Empty(new IndicatorReader(failed).Over(IndicatorName.Parse("wait:visa")).Gap);
    }

    [Theory]
    [InlineData("closed", "open", "nobody admitted in closed")]
    [InlineData("open", "closed", "nobody admitted in closed")]
    [InlineData("closed", "closed", "nobody admitted in either")]
    public void There_is_no_effect_and_no_verdict_where_one_side_has_no_figure(string baseline, string other, string gap)
    {
        var effect = new Comparison(Named(baseline), Named(other)).On(IndicatorName.Parse("wait:visa"));

        Assert.False(effect.IsDefined);
        Assert.Equal((Verdict.Undefined, double.NaN, double.NaN), (effect.Summary.Verdict, effect.Summary.Median, effect.Relative));
        Assert.Equal((gap, gap), (effect.Gap, effect.VerdictInWords));
        Assert.False(effect.IsTiny || effect.IsEmpty);
    }

    [Fact]
    public void An_effect_of_some_replicates_says_how_many_they_are()
    {
        var effect = new Comparison(Open, Sometimes).On(IndicatorName.Parse("wait:visa"));

        Assert.Equal((2, 1.0), (effect.Summary.Count, effect.Summary.Median));
        Assert.Equal("somebody admitted in both in 2 of 4 simulations", effect.Gap);
    }

    [Theory]
    [InlineData("relative(admissions:visa) > 10%", "the median of closed is 0")]
    [InlineData("relative(admissions:visa) <= 10%", "the median of closed is 0")]
    [InlineData("wait:visa > 0", "nobody admitted in closed")]
    [InlineData("p05(mean-wait:visa) <= 0", "nobody admitted in closed")]
    [InlineData("base(wait:visa) < 5", "nobody admitted in closed")]
    [InlineData("verdict(wait:visa) = clear", "nobody admitted in closed")]
    [InlineData("share(wait:visa) > 0.5", "nobody admitted in closed")]
    [InlineData("admissions:visa > 5 and wait:visa > 0", "nobody admitted in closed")]
    [InlineData("admissions:visa < 5 or wait:visa > 0", "nobody admitted in closed")]
    public void A_condition_on_what_is_not_a_number_is_neither_true_nor_false(string text, string lack)
    {
        var answer = EffectCondition.TryParse(text, out _)!.Judge(new Comparison(Closed, Open));

        Assert.Null(answer.IsTrue);
        Assert.Contains(lack, answer.Lack, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other(wait:visa) > 0", true)]
    [InlineData("admissions:visa > 5 or wait:visa > 0", true)]
    [InlineData("admissions:visa < 5 and wait:visa > 0", false)]
    public void A_condition_that_its_other_clauses_settle_is_settled(string text, bool expected) =>
        Assert.Equal(expected, EffectCondition.TryParse(text, out _)!.Judge(new Comparison(Closed, Open)).IsTrue);

    private static TabledEnsemble Named(string name) => name == "open" ? Open : Closed;

    private static TabledEnsemble Of(string name, double[][] admissions, double[][] waits) => new(
        name,
        1,
        ("admissions:visa", "persons/month", admissions),
        ("wait:visa", "months", waits),
        ("mean-wait:visa", "months", waits),
        ("encounters-at-ports:AAA>BBB", "events/month", Nobody),
        ("irregular-arrivals:AAA>BBB", "persons/month", Nobody));
}
