using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Time;

/// <summary>Conservation of the model's description.</summary>
public sealed class ConservationTests
{
    [Theory]
    [InlineData(1e6, 1e6, 0)]
    [InlineData(1e6, 1e6 + 1, 1e-6)]
    [InlineData(1e6, 1e6 - 1, 1e-6)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1e-3, 1e-3)]
    [InlineData(0.5, 0, 0.5)]
    public void The_error_is_relative_where_many_are_and_absolute_where_few_are(double opening, double closing, double error) =>
        Assert.Equal(error, One(Conservation.Error(Each(opening), Each(closing))), 15);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1e-9, true)]
    [InlineData(1.1e-9, false)]
    [InlineData(1, false)]
    [InlineData(double.NaN, false)]
    [InlineData(double.PositiveInfinity, false)]
    public void Rounding_is_allowed_and_nothing_else(double error, bool holds)
    {
        Assert.Equal(holds, Conservation.Holds(error));
        Assert.Equal(holds, Conservation.Holds(Each(error)));
    }

    [Fact]
    public void It_holds_where_it_holds_in_all_lanes() =>
        Assert.False(Conservation.Holds(LaneVector.Create(0, 0, 0, 0, 0, 0, 0, 1.0)));

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void People_that_are_no_number_never_balance(double opening, double closing) =>
        Assert.False(Conservation.Holds(Conservation.Error(Each(opening), Each(closing))));
}
