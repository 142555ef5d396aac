using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Tests.Effects;

namespace CorridorSim.Analysis.Tests.Attribution;

public sealed class FourEffectsTests
{
    private static readonly IndicatorName Deaths = new("deaths");

    [Fact]
    public void A_changed_world_alone_is_never_credited_to_the_policy()
    {
        var (before, after) = (Of("world", 100, 110, 120, 130, 140, 150, 160), Of("changed", 200, 190, 230, 220, 260, 250, 280));

        var effects = FourEffects.Of(before, before, after, after, Deaths);

        Assert.Equal(Verdict.ExactlyZero, effects.Policy.Summary.Verdict);
        Assert.Equal(Verdict.ExactlyZero, effects.PolicyInChangedWorld.Summary.Verdict);
        Assert.Equal(Verdict.ExactlyZero, effects.Joint.Verdict);
        Assert.Equal((Verdict.Clear, 100), (effects.World.Summary.Verdict, effects.World.Summary.Median));
    }

    [Fact]
    public void Policy_world_and_joint_effect_add_up_in_each_replicate()
    {
        double[] nothing = [100, 110, 120], policy = [90, 105, 119], world = [200, 190, 230], both = [150, 180, 240];

        var effects = FourEffects.Of(Of("n", nothing), Of("p", policy), Of("w", world), Of("b", both), Deaths);

        for (var k = 0; k < nothing.Length; k++)
        {
            Assert.Equal(both[k] - nothing[k], effects.Lines.Policy[k] + effects.Lines.Assumptions[k] + effects.Lines.Interaction[k], 1e-12);
            Assert.Equal(both[k] - world[k], effects.Lines.Policy[k] + effects.Lines.Interaction[k], 1e-12);
        }

        Assert.Equal(Quantiles.Median(effects.Lines.Interaction), effects.Joint.Median);
    }

    [Fact]
    public void Ensembles_with_other_random_draws_are_refused()
    {
        var other = new TabledEnsemble("other", 2, ("deaths:AAA>BBB", "persons/month", [[1]]));

        Assert.Contains("not paired", Assert.Throws<ArgumentException>(() => FourEffects.Of(Of("n", 1), Of("p", 1), other, Of("b", 1), Deaths)).Message, StringComparison.Ordinal);
    }

    private static TabledEnsemble Of(string name, params double[] deaths) =>
        new(name, 1, ("deaths:AAA>BBB", "persons/month", [.. deaths.Select(d => new[] { d })]));
}
