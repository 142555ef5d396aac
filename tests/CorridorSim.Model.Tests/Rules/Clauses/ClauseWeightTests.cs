using CorridorSim.Model.Rules.Clauses;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>Dates of a clause: submodel 11 of the model's description.</summary>
public sealed class ClauseWeightTests
{
    [Theory]
    [InlineData(9.9, 10, 20, false)]
    [InlineData(10, 10, 20, true)]
    [InlineData(19.9, 10, 20, true)]
    [InlineData(20, 10, 20, false)]
    [InlineData(1e6, 10, double.PositiveInfinity, true)]
    [InlineData(10, 10, 10, false)]
    [InlineData(15, 20, 10, false)]
    public void The_first_date_counts_and_the_last_does_not(double now, double from, double to, bool isWithin) =>
        Assert.Equal(isWithin, IsSet(ClauseWeight.IsWithin(Each(now), Each(from), Each(to))));

    /// <summary>By hand: grown over the ramp, faded since the start.</summary>
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(5, 0, 0, 1)]
    [InlineData(0, 10, 0, 0)]
    [InlineData(5, 10, 0, 0.5)]
    [InlineData(10, 10, 0, 1)]
    [InlineData(50, 10, 0, 1)]
    [InlineData(5, 0, 20, 0.75)]
    [InlineData(20, 0, 20, 0)]
    [InlineData(50, 0, 20, 0)]
    [InlineData(5, 10, 20, 0.375)]
    [InlineData(0.25, 0.5, 0, 0.5)]
    [InlineData(0.25, 0, 0.5, 0.5)]
    [InlineData(-5, 10, 0, 0)]
    [InlineData(-5, 0, 20, 1)]
    public void It_grows_over_its_ramp_and_fades_from_its_start(double age, double ramp, double fade, double weight) =>
        Assert.Equal(weight, One(ClauseWeight.Of(Each(age), Each(ramp), Each(fade), Each(1))), 12);

    [Fact]
    public void A_clause_that_the_variant_does_not_have_weighs_nothing() =>
        Gen.Select(Months, Months, Months).Sample((age, ramp, fade) =>
            Assert.Equal(0, One(ClauseWeight.Of(Each(age), Each(ramp), Each(fade), Each(0)))));

    [Fact]
    public void Weights_are_shares_and_only_grow_while_nothing_fades() =>
        Gen.Select(Months, Months, Months).Sample((age, ramp, fade) =>
        {
            Assert.InRange(One(ClauseWeight.Of(Each(age), Each(ramp), Each(fade), Each(1))), 0, 1);
            Assert.True(
                One(ClauseWeight.Of(Each(age + 1), Each(ramp), Each(0), Each(1))) >= One(ClauseWeight.Of(Each(age), Each(ramp), Each(0), Each(1))));
        });
}
