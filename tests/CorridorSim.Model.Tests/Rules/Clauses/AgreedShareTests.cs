using CorridorSim.Model.Rules.Clauses;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>Returns that are agreed by number: submodels 1 and 15 of the model's description.</summary>
public sealed class AgreedShareTests
{
    /// <summary>min(1, persons / 4 / flow of the last tick).</summary>
    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(100, 100, 0.25)]
    [InlineData(400, 100, 1)]
    [InlineData(1e12, 100, 1)]
    [InlineData(100, 1e12, 2.5e-11)]
    public void It_is_what_was_agreed_over_what_came(double persons, double flow, double share) =>
        Assert.Equal(share, One(AgreedShare.Of(Each(persons), Each(flow))), 15);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1e-8, 0, 1)]
    [InlineData(double.PositiveInfinity, 0, 1)]
    public void Where_nobody_came_all_or_none_are_taken(double persons, double flow, double share) =>
        Assert.Equal(share, One(AgreedShare.Of(Each(persons), Each(flow))));

    [Fact]
    public void No_more_are_returned_than_agreed_where_the_flow_is_steady_and_more_where_more_is_agreed() =>
        Gen.Select(Persons, Gen.Double[1, 1e7]).Sample((persons, flow) =>
        {
            var share = One(AgreedShare.Of(Each(persons), Each(flow)));
            Assert.InRange(share, 0, 1);
            Assert.True(share * flow <= (persons / 4 * (1 + 1e-12)));
            Assert.True(One(AgreedShare.Of(Each(persons + 100), Each(flow))) >= share);
        });
}
