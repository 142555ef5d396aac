using CorridorSim.Model.Rules.Queues;
using CsCheck;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>The median wait of the admitted: submodel 6 of the model's description.</summary>
public sealed class MedianWaitTests
{
    [Theory]
    [InlineData(new double[] { 10 }, new double[] { 7 }, 7)]
    [InlineData(new double[] { 10, 30 }, new double[] { 7, 3 }, 3)]
    [InlineData(new double[] { 30, 10 }, new double[] { 7, 3 }, 7)]
    [InlineData(new double[] { 10, 10 }, new double[] { 7, 3 }, 5)]
    [InlineData(new double[] { 10, 5, 5 }, new double[] { 3, 9, 7 }, 5)]
    [InlineData(new double[] { 1, 1, 1 }, new double[] { 9, 1, 5 }, 5)]
    [InlineData(new double[] { 0, 10, 0 }, new double[] { 1, 6, 90 }, 6)]
    [InlineData(new double[] { 10, 0, 10 }, new double[] { 2, 5, 8 }, 5)]
    [InlineData(new double[] { 4, 4 }, new double[] { 6, 6 }, 6)]
    [InlineData(new double[] { 10.01, 9.99 }, new double[] { 7, 3 }, 7)]
    public void Half_of_the_admitted_waited_no_longer(double[] admitted, double[] waits, double median) =>
        Assert.Equal(median, Of(admitted, waits), 12);

    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new double[] { 0, 0 }, new double[] { 7, 3 })]
    [InlineData(new double[] { double.NaN }, new double[] { 7 })]
    public void Nobody_has_no_wait(double[] admitted, double[] waits) => Assert.Equal(double.NaN, Of(admitted, waits));

    /// <summary>Half of them up to a rounding: one part in 10^9.</summary>
    [Fact]
    public void Half_with_a_rounding_is_half() => Assert.Equal(5, Of([10 + 1e-9, 10 - 1e-9], [7, 3]));

    [Fact]
    public void Splitting_a_community_in_two_leaves_it() =>
        Gen.Select(Gen.Double[0.1, 1000].Array[2, 8], Gen.Double[0.1, 0.9], Gen.Int[0, 1]).Sample((admitted, part, which) =>
        {
            var waits = admitted.Select((_, i) => (double)(i * 37 % 11)).ToArray();
            double[] split = [.. admitted.Select((a, i) => i == which ? a * part : a), admitted[which] * (1 - part)];

            Assert.Equal(Of(admitted, waits), Of(split, [.. waits, waits[which]]), 1e-9);
        });

    [Fact]
    public void The_order_that_was_left_before_changes_nothing_and_is_sorted() =>
        Gen.Shuffle(new[] { 0, 1, 2, 3, 4 }).Sample(order =>
        {
            double[] waits = [4, 2, 9, 2, 0];

            Assert.Equal(2, MedianWait.Of([1, 1, 1, 1, 1], waits, order, 1));
            Assert.Equal([4, 1, 3, 0, 2], order);
        });

    [Fact]
    public void Lines_may_lie_apart() =>
        Assert.Equal(5, MedianWait.Of([10, -1, 10, -1, 10, -1], [9, 0, 2, 0, 5, 0], new[] { 0, 1, 2 }, 2));

    private static double Of(double[] admitted, double[] waits) => MedianWait.Of(admitted, waits, [.. Enumerable.Range(0, waits.Length)], 1);
}
