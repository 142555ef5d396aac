using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Tests.Effects;

namespace CorridorSim.Analysis.Tests.Attribution;

public sealed class PolicyWorldEffectTests
{
    private static readonly HeadlineIndicator[] Deaths = [new("deaths", new IndicatorName("deaths"))];

    [Fact]
    public void A_changed_world_alone_is_never_credited_to_the_policy()
    {
        var (before, after) = (Of("world", 100, 110, 120, 130, 140, 150, 160), Of("changed", 200, 190, 230, 220, 260, 250, 280));

        var effect = Assert.Single(PolicyWorldEffect.Of(Deaths, before, before, after, after));

        Assert.Equal(Verdict.ExactlyZero, effect.Policy.Verdict);
        Assert.Equal(Verdict.ExactlyZero, effect.Joint.Verdict);
        Assert.Equal((Verdict.Clear, 100), (effect.World.Verdict, effect.World.Median));
    }

    [Fact]
    public void Policy_world_and_joint_effect_add_up_in_each_replicate()
    {
        double[] nothing = [100, 110, 120], policy = [90, 105, 119], world = [200, 190, 230], both = [150, 180, 240];

        var lines = FourLines.Split(nothing, policy, world, both);

        for (var k = 0; k < nothing.Length; k++)
        {
            Assert.Equal(both[k] - nothing[k], lines.Policy[k] + lines.Assumptions[k] + lines.Interaction[k], 1e-12);
            Assert.Equal(both[k] - world[k], lines.Policy[k] + lines.Interaction[k], 1e-12);
        }
    }

    [Fact]
    public void Ensembles_with_other_random_draws_are_refused()
    {
        var other = new TabledEnsemble("other", 2, ("deaths:AAA>BBB", "persons/month", [[1]]));

        var error = Assert.Throws<ArgumentException>(() => PolicyWorldEffect.Of(Deaths, Of("n", 1), Of("p", 1), other, Of("b", 1)));

        Assert.Contains("not paired", error.Message, StringComparison.Ordinal);
    }

    private static TabledEnsemble Of(string name, params double[] deaths) =>
        new(name, 1, ("deaths:AAA>BBB", "persons/month", [.. deaths.Select(d => new[] { d })]));
}
