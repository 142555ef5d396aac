using CorridorSim.Model.Rules.Clauses;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>What clauses make of an input: the inputs of the model's description.</summary>
public sealed class PolicyValueTests
{
    private static readonly Gen<double> Value = Gen.Double[-1000, 1000];

    [Theory]
    [InlineData(0.4, 1, 0.9, 0.9)]
    [InlineData(0.4, 0.5, 0.9, 0.65)]
    [InlineData(0.4, 0.5, 0, 0.2)]
    [InlineData(0, 0.5, 10, 5)]
    public void A_replacement_goes_the_part_of_its_weight(double value, double weight, double size, double after) =>
        Assert.Equal(after, One(PolicyValue.Replaced(Each(value), Each(weight), Each(size))), 12);

    [Theory]
    [InlineData(40, 1, 0.5, 20)]
    [InlineData(40, 0.5, 0.5, 30)]
    [InlineData(40, 1, 1, 40)]
    [InlineData(40, 1, 0, 0)]
    [InlineData(0, 1, 3, 0)]
    public void A_factor_counts_by_its_weight(double value, double weight, double size, double after) =>
        Assert.Equal(after, One(PolicyValue.Multiplied(Each(value), Each(weight), Each(size))), 12);

    [Theory]
    [InlineData(40, 1, 100, 140)]
    [InlineData(40, 0.25, 100, 65)]
    [InlineData(40, 1, -50, -10)]
    public void An_addition_counts_by_its_weight(double value, double weight, double size, double after) =>
        Assert.Equal(after, One(PolicyValue.Added(Each(value), Each(weight), Each(size))), 12);

    [Theory]
    [InlineData(-10, 0, 1, 0)]
    [InlineData(0.5, 0, 1, 0.5)]
    [InlineData(7, 0, 1, 1)]
    [InlineData(1e9, 0, double.PositiveInfinity, 1e9)]
    public void No_clause_moves_an_input_beyond_its_bounds(double value, double minimum, double maximum, double bounded) =>
        Assert.Equal(bounded, One(PolicyValue.Bounded(Each(value), minimum, maximum)));

    [Fact]
    public void With_a_weight_of_nothing_the_value_is_the_same_to_the_last_bit() =>
        Gen.Select(Value, Value).Sample((value, size) =>
        {
            Assert.Equal(value, One(PolicyValue.Replaced(Each(value), Each(0), Each(size))));
            Assert.Equal(value, One(PolicyValue.Multiplied(Each(value), Each(0), Each(size))));
            Assert.Equal(value, One(PolicyValue.Added(Each(value), Each(0), Each(size))));
        });

    [Fact]
    public void A_replacement_ends_between_what_was_and_what_it_says() =>
        Gen.Select(Value, Share, Value).Sample((value, weight, size) =>
            Assert.InRange(One(PolicyValue.Replaced(Each(value), Each(weight), Each(size))), Math.Min(value, size) - 1e-9, Math.Max(value, size) + 1e-9));
}
