using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Tests.Statistics;

public sealed class PairedDifferenceTests
{
    public static TheoryData<double[], Verdict> Cases => new()
    {
        { new double[64], Verdict.ExactlyZero },
        { [.. Normal(64, 10, 1)], Verdict.Clear },
        { [.. Normal(64, -10, 1)], Verdict.Clear },
        { [.. Normal(64, 1.1, 1)], Verdict.Leaning },
        { [.. Normal(64, -1.1, 1)], Verdict.Leaning },
        { [.. Normal(64, 0.1, 1)], Verdict.CannotTell },
        { [1, 2, 3, 4, 5], Verdict.CannotTell },
        { [1, 2, 3, 4, 5, 6], Verdict.Clear },
        { [0, 0, 0, 0, 0, 0, 0, 1], Verdict.CannotTell },
        { [], Verdict.Undefined },
        { [double.NaN], Verdict.Undefined },
        { [.. Enumerable.Repeat(0.0, 22), .. Enumerable.Repeat(1.0, 42)], Verdict.OneSided },
        { [.. Enumerable.Repeat(0.0, 22), .. Enumerable.Repeat(-1.0, 42)], Verdict.OneSided },
        { [.. Enumerable.Repeat(0.0, 22), .. Enumerable.Repeat(-1.0, 41), 1], Verdict.CannotTell },
        { [.. Enumerable.Repeat(0.0, 10), .. Enumerable.Repeat(1.0, 54)], Verdict.Leaning },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Verdict_follows_the_ensemble(double[] differences, Verdict expected) =>
        Assert.Equal(expected, PairedDifference.Summarise(differences).Verdict);

    [Fact]
    public void Outlier_of_the_other_sign_that_moves_the_mean_across_zero_prevents_a_clear_verdict()
    {
        double[] differences = [.. Enumerable.Repeat(1.0, 63), -200];

        var summary = PairedDifference.Summarise(differences);

        Assert.Equal(1, summary.P05);
        Assert.True(summary.MeanBand.Lower < 0);
        Assert.Equal(Verdict.Leaning, summary.Verdict);
    }

    [Fact]
    public void Summary_states_quantiles_share_and_sign_test()
    {
        var summary = PairedDifference.Between([10, 10, 10, 10, double.NaN], [12, 13, 10, 9, 11]);

        Assert.Equal(4, summary.Count);
        Assert.Equal(1, summary.Missing);
        Assert.Equal(1, summary.Median);
        Assert.Equal(1, summary.Mean);
        Assert.Equal(0.5, summary.ShareSameSign);
        Assert.Equal(1, summary.SignTestP);
    }

    [Theory]
    [InlineData(10, 0, 0.001953125)]
    [InlineData(9, 1, 0.021484375)]
    [InlineData(1, 9, 0.021484375)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 0, 1)]
    public void Sign_test_equals_the_exact_binomial(int positive, int negative, double expected) =>
        Assert.Equal(expected, PairedDifference.SignTest(positive, negative), 1e-12);

    [Fact]
    public void Replicates_to_tell_is_the_first_number_at_which_the_standard_error_is_small_enough()
    {
        double[] differences = [-1, 3, -1, 3];

        var needed = PairedDifference.Summarise(differences).ReplicatesToTell!.Value;

        var deviation = Math.Sqrt(16.0 / 3);
        Assert.True(1.96 * deviation / Math.Sqrt(needed) < 1);
        Assert.False(1.96 * deviation / Math.Sqrt(needed - 1) < 1);
    }

    [Fact]
    public void Replicates_to_tell_is_unstated_without_effect_and_bounded_without_mean()
    {
        Assert.Null(PairedDifference.Summarise(new double[8]).ReplicatesToTell);
        Assert.Null(PairedDifference.Summarise([1]).ReplicatesToTell);
        Assert.Equal(PairedDifference.MostReplicates, PairedDifference.Summarise([-1, 1]).ReplicatesToTell);
        Assert.Equal(PairedDifference.FewestPairs, PairedDifference.Summarise([5, 5, 5]).ReplicatesToTell);
    }

    [Fact]
    public void Replicates_to_tell_is_never_what_there_is_already()
    {
        Assert.Null(PairedDifference.Summarise([.. Normal(64, 10, 1)]).ReplicatesToTell);
        Assert.Null(PairedDifference.Summarise([.. Enumerable.Repeat(0.0, 22), .. Enumerable.Repeat(-1.0, 41), 1]).ReplicatesToTell);
        Assert.True(PairedDifference.Summarise([.. Normal(64, 0.1, 1)]).ReplicatesToTell > 64);
    }

    [Theory]
    [InlineData(42, 0, 22, "higher in 42 of 64 simulations, unchanged in 22, never lower")]
    [InlineData(0, 42, 22, "lower in 42 of 64 simulations, unchanged in 22, never higher")]
    [InlineData(40, 24, 0, "higher in 40 of 64 simulations, lower in 24")]
    [InlineData(1, 2, 61, "lower in 2 of 64 simulations, higher in 1, unchanged in 61")]
    [InlineData(64, 0, 0, "higher in 64 of 64 simulations")]
    [InlineData(0, 0, 64, "unchanged in all 64 simulations")]
    public void Odds_tell_each_sign_and_the_zeros(int positive, int negative, int zero, string expected) =>
        Assert.Equal(expected, PairedDifference.Summarise([.. Enumerable.Repeat(1.0, positive), .. Enumerable.Repeat(-1.0, negative), .. new double[zero]]).Odds());

    [Fact]
    public void Same_differences_give_the_same_summary()
    {
        double[] differences = [.. Normal(30, 0.5, 1)];

        Assert.Equal(PairedDifference.Summarise(differences), PairedDifference.Summarise(differences));
    }

    // Evenly spread over the normal distribution, so that the share of each sign is known.
    private static IEnumerable<double> Normal(int count, double mean, double deviation) => Enumerable.Range(0, count)
        .Select(k => MathNet.Numerics.Distributions.Normal.InvCDF(mean, deviation, (k + 0.5) / count));
}
