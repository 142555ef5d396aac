using CorridorSim.Model.Rules.Clauses;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>Reviews of an agreement: submodel 11 of the model's description.</summary>
public sealed class ReviewTests
{
    [Theory]
    [InlineData(5.5, 1, false, 5.75)]
    [InlineData(5.75, 1, true, 0)]
    [InlineData(0, 1, false, 0.25)]
    [InlineData(5.75, 0, false, 0)]
    [InlineData(5.75, -3, false, 0)]
    public void It_is_due_when_its_months_are_over_and_its_clock_stands_before_the_start(double months, double age, bool isDue, double after)
    {
        var review = Of(months, 2, 50, 50, age);

        Assert.Equal(isDue, IsSet(review.IsDue));
        Assert.Equal(after, One(review.Months));
    }

    /// <summary>A mean over 0.75 months of 40 and a tick of 80: 50.</summary>
    [Fact]
    public void The_mean_is_that_of_all_ticks_since_the_last_review()
    {
        var review = Of(0.75, 0.75, 40, 80, 1);

        Assert.Equal(50, One(review.Mean), 12);
        Assert.Equal(1, One(review.Read));
        Assert.Equal(50, One(review.MeanAfter), 12);
    }

    [Fact]
    public void A_level_that_is_not_a_number_lets_the_clock_run_and_leaves_the_mean()
    {
        var review = Of(0.75, 0.5, 40, double.NaN, 1);

        Assert.Equal(1, One(review.Months));
        Assert.Equal(0.5, One(review.Read));
        Assert.Equal(40, One(review.Mean));
    }

    [Theory]
    [InlineData(0, double.NaN, false)]
    [InlineData(0, 7, true)]
    [InlineData(0.25, double.NaN, true)]
    public void A_review_that_has_read_nothing_knows_nothing(double read, double level, bool isKnown) =>
        Assert.Equal(isKnown, IsSet(Of(5.75, read, 0, level, 1).IsKnown));

    [Fact]
    public void Before_the_agreement_is_in_force_nothing_is_read()
    {
        var review = Of(5.75, 2, 50, 80, 0);

        Assert.Equal(0, One(review.Read));
        Assert.Equal(0, One(review.Mean));
        Assert.False(IsSet(review.IsKnown));
    }

    [Fact]
    public void After_a_review_everything_begins_anew()
    {
        var review = Of(5.75, 5.75, 40, 80, 1);

        Assert.Equal(0, One(review.Months));
        Assert.Equal(0, One(review.Read));
        Assert.Equal(0, One(review.MeanAfter));
        Assert.True(One(review.Mean) > 40);
    }

    [Fact]
    public void The_mean_of_many_ticks_is_their_mean() =>
        Gen.Double[0, 1000].Array[1, 23].Sample(levels =>
        {
            var review = Of(0, 0, 0, levels[0], 1);
            foreach (var level in levels.Skip(1))
            {
                review = new Review(review.Months, review.Read, review.MeanAfter, Each(level), Each(1), Each(6));
            }

            Assert.Equal(levels.Average(), One(review.Mean), 1e-9);
        });

    /// <summary>min(most, max(least, w x)) or min(most, max(least, x)).</summary>
    [Theory]
    [InlineData(0.8, 0.5, true, 0, 10, 0.4)]
    [InlineData(0.8, 0.5, false, 0, 10, 0.5)]
    [InlineData(0.8, 0.5, true, 0.6, 10, 0.6)]
    [InlineData(0.8, 3, true, 0, 1, 1)]
    [InlineData(0.8, 0, true, 0, 10, 0)]
    [InlineData(0, 3, true, 0, 10, 0)]
    [InlineData(0.8, 0.5, true, 2, 1, 1)]
    public void It_sets_or_scales_the_weight_between_its_bounds(double weight, double factor, bool scales, double least, double most, double after) =>
        Assert.Equal(after, One(Review.Weight(Each(weight), Each(factor), scales, Each(least), Each(most))), 12);

    [Theory]
    [InlineData(-1, 6, -1)]
    [InlineData(0, 6, 0)]
    [InlineData(5.9, 6, 0)]
    [InlineData(6, 6, 1)]
    [InlineData(17.9, 6, 2)]
    [InlineData(18, 6, 3)]
    [InlineData(100, 0, 0)]
    public void Without_an_indicator_one_is_held_every_so_many_months_from_the_start(double age, double every, double held) =>
        Assert.Equal(held, One(Review.Held(Each(age), Each(every))));

    private static Review Of(double months, double read, double mean, double level, double age) =>
        new(Each(months), Each(read), Each(mean), Each(level), Each(age), Each(6));
}
