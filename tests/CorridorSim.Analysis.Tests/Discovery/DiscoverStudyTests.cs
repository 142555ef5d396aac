using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Discovery;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Sweeps;
using CorridorSim.Analysis.Tests.Sweeps;
using CorridorSim.Runs.Manifests;

namespace CorridorSim.Analysis.Tests.Discovery;

public sealed class DiscoverStudyTests
{
    [Fact]
    public void A_planted_rule_is_found_in_words_and_as_a_scenario()
    {
        var table = Sample();

        var found = new DiscoverStudy(table).Search(Target.Parse("y < 0.5 and z >= 1", table));

        Assert.InRange(found.Rule.Box.Density, 0.95, 1);
        Assert.InRange(found.Rule.Box.Coverage, 0.8, 1);
        Assert.Equal([0, 1], found.Rule.Box.Restrictions.Select(r => r.Factor));
        Assert.Equal(0.6, found.Rule.Box.Restrictions[0].Lower!.Value, 0.05);
        Assert.Equal(0.4, found.Rule.Box.Restrictions[1].Upper!.Value, 0.05);
        Assert.StartsWith("factor 0 at least 0.", found.Rule.Lines[0], StringComparison.Ordinal);
        Assert.All(found.Rule.QuasiP, p => Assert.InRange(p, 0, 0.01));
        var scenario = new RuleScenario(table, "base.yaml").Write("rule", found);
        Assert.Contains("extends: 'base.yaml'", scenario, StringComparison.Ordinal);
        Assert.Contains("      x0:\n        share: { value: 0.", scenario, StringComparison.Ordinal);
        Assert.Contains("        share: { uniform: [", scenario, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_counts_in_the_asked_share_of_replicates()
    {
        var table = MadeSweep.Of(new SweepDesignInfo("latin-hypercube", 40, 0), LatinHypercube.Points(40, 1, new SplitMixUniforms(3)), 4, 1, ["y"], (_, x, k) => k);

        Assert.Equal(0.5, Target.Parse("y < 2", table).Share(table, 0));
        Assert.Equal(0.75, Target.Parse("y < 2 or y > 2", table).Share(table, 0));
        Assert.Equal(0.25, Target.Parse("y >= 1 and y <= 1", table).Share(table, 0));
    }

    [Theory]
    [InlineData("y <", "is not a target")]
    [InlineData("y < many", "is not a target")]
    [InlineData("y < 1 xor z > 1", "joins nothing")]
    [InlineData("yy < 1", "has not recorded 'yy'")]
    public void A_target_that_cannot_be_read_is_told(string text, string words)
    {
        var refusal = Assert.Throws<StudyException>(() => Target.Parse(text, Sample()));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y < 100", "holds at all")]
    [InlineData("y < -100", "holds at none")]
    public void A_target_that_tells_no_points_apart_is_refused(string text, string words)
    {
        var table = Sample();

        var refusal = Assert.Throws<StudyException>(() => new DiscoverStudy(table).Search(Target.Parse(text, table)));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    // y is low where x0 > 0.6 and x1 < 0.4; z always holds; x2 does nothing.
    private static SweepTable Sample() => MadeSweep.Of(
        new SweepDesignInfo("latin-hypercube", 600, 0),
        LatinHypercube.Points(600, 3, new SplitMixUniforms(9)),
        3,
        1,
        ["y", "z"],
        (column, x, _) => column == 1 ? 2 : x[0] > 0.6 && x[1] < 0.4 ? 0 : 1);
}
