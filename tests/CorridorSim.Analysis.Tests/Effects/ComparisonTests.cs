using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Effects;

public sealed class ComparisonTests
{
    private static readonly TabledEnsemble Base = Of("base", 1, 10, 20, 30, 40, 50, 60, 70);
    private static readonly TabledEnsemble Other = Of("other", 1, 11, 22, 33, 44, 55, 66, 77);

    [Fact]
    public void Swapping_the_base_flips_every_sign_exactly()
    {
        var forth = new Comparison(Base, Other).OnHeadline().Single();
        var back = new Comparison(Other, Base).OnHeadline().Single();

        Assert.Equal(Verdict.Clear, forth.Summary.Verdict);
        Assert.Equal(4, forth.Summary.Median);
        Assert.Equal((-forth.Summary.Median, -forth.Summary.P95, -forth.Summary.P05), (back.Summary.Median, back.Summary.P05, back.Summary.P95));
    }

    [Fact]
    public void Two_identical_ensembles_differ_by_exactly_zero() =>
        Assert.All(new Comparison(Base, Base).OnHeadline(), e => Assert.Equal(Verdict.ExactlyZero, e.Summary.Verdict));

    [Fact]
    public void Ensembles_with_different_seeds_are_not_compared() =>
        Assert.Contains("not paired", new Comparison(Base, Of("luckier", 2, 1)).Obstacle, StringComparison.Ordinal);

    [Fact]
    public void Replicates_that_only_one_has_are_left_out() =>
        Assert.Equal(3, new Comparison(Base, Of("shorter", 1, 1, 2, 3)).OnHeadline().Single().Summary.Count);

    private static TabledEnsemble Of(string name, ulong seed, params double[] entries) =>
        new(name, seed, ("irregular-entries:AAA>BBB", "persons/month", [.. entries.Select(e => new[] { e })]));
}
