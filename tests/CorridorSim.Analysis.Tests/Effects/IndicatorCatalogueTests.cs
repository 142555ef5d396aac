using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Reports;
using CorridorSim.Analysis.Tests.Worlds;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Running;

namespace CorridorSim.Analysis.Tests.Effects;

/// <summary>Every indicator, from its row to the figures and sentences made of it.</summary>
public sealed class IndicatorCatalogueTests
{
    private const int Months = 3;

    private static readonly Experiment World = AmericasVariants.Parole() with { Months = Months, Replicates = 8 };
    private static readonly BlockPlan Everything = BlockPlan.Compile(World);

    private static readonly Lazy<ResultEnsemble> Run = new(() => new ResultEnsemble(
        new ExperimentResult { Plan = Everything, Blocks = [BlockSimulation.Run(Everything, new LaneRange(0, 8))], Elapsed = TimeSpan.Zero }, 0));

    /// <summary>One place of each indicator that the shipped world measures, and the sum over places where there is one.</summary>
    public static TheoryData<string> Measured =>
    [
        .. Everything.AllSeries.Select(s => s.Key).DistinctBy(k => k.Variable).Select(k => new IndicatorName(k.Variable, k.Where, k.Nationality).ToString()),
        .. IndicatorCatalogue.All.Where(row => row.Adds && row.Needs.All(IsMeasured)).Select(row => row.Name),
    ];

    [Theory]
    [MemberData(nameof(Measured))]
    public void An_indicator_of_a_run_is_that_of_a_sweep_and_has_an_effect_with_a_sentence(string text)
    {
        var name = IndicatorName.Parse(text);
        var measure = LaneMeasure.Of(World, [name], []);

        var swept = measure.Measure(BlockSimulation.Run(measure.Plan, new LaneRange(0, 8))).Single();

        var over = new IndicatorReader(Run.Value).Over(name);
        Assert.Equal(over.Values, swept);
        Assert.Equal(over.Unit, measure.Columns.Single().Unit);
        var effect = new Comparison(Run.Value, Run.Value).On(name);
        Assert.Contains(effect.VerdictInWords, new[] { "no change", over.Need.Nobody + " in either" });
        var finding = new Finding(new HeadlineIndicator(measure.Columns.Single().Words, name), effect);
        Assert.EndsWith(".", finding.Sentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_series_of_the_shipped_world_has_a_row_and_its_unit()
    {
        var rows = IndicatorCatalogue.All.ToDictionary(r => r.Name);

        Assert.All(Everything.AllSeries, s =>
        {
            var row = Assert.Contains(s.Key.Variable, (IDictionary<string, Indicator>)rows);
            Assert.True(row.Unit.Length == 0 || row.Unit == s.Unit, s.Key.ToString());
        });
        Assert.All(IndicatorCatalogue.All.SelectMany(r => r.Needs), n => Assert.Contains(n, (IDictionary<string, Indicator>)rows));
    }

    [Fact]
    public void What_does_not_add_up_over_places_is_refused_by_runs_and_sweeps_alike()
    {
        string[] levels = [.. IndicatorCatalogue.All.Where(r => !r.Adds && Everything.AllSeries.Count(s => s.Key.Variable == r.Name && s.Key.Nationality == SeriesKey.All) > 1).Select(r => r.Name)];

        Assert.NotEmpty(levels);
        Assert.All(levels, level =>
        {
            Assert.Throws<UnknownIndicatorException>(() => LaneMeasure.Of(World, [new(level)], []));
            Assert.Throws<UnknownIndicatorException>(() => new IndicatorReader(Run.Value).Over(new(level)));
        });
    }

    [Fact]
    public void A_row_is_told_in_words_wherever_the_headline_shows_it()
    {
        Assert.All(Headline.Of(Run.Value), h =>
        {
            Assert.NotEqual("other", h.Group);
            Assert.All([h.Words, h.Label, h.Subject, h.Name.Row.Meaning, h.Name.Row.Heading], t => Assert.DoesNotContain("{0}", t, StringComparison.Ordinal));
        });
    }

    private static bool IsMeasured(string variable) => Everything.AllSeries.Any(s => s.Key.Variable == variable && s.Key.Nationality == SeriesKey.All);
}
