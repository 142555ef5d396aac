using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Clauses;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Clauses;

/// <summary>How far a party keeps to an agreement: submodel 12 of the model's description.</summary>
public sealed class ComplianceLevelTests
{
    /// <summary>max(least, 1 - sigma max(0, inflow / capacity - 1)).</summary>
    [Theory]
    [InlineData(50, 100, 0.5, 0.2, 1)]
    [InlineData(100, 100, 0.5, 0.2, 1)]
    [InlineData(200, 100, 0.5, 0.2, 0.5)]
    [InlineData(240, 100, 0.5, 0.2, 0.3)]
    [InlineData(1e9, 100, 0.5, 0.2, 0.2)]
    [InlineData(200, 100, 0, 0.2, 1)]
    [InlineData(200, 100, 5, 0, 0)]
    [InlineData(200, 0, 0.5, 0.2, 1)]
    [InlineData(0, 0, 0.5, 0.2, 1)]
    public void It_falls_with_the_load_beyond_capacity_down_to_its_least(double inflow, double capacity, double sensitivity, double least, double target) =>
        Assert.Equal(target, One(Target(inflow, capacity, sensitivity, least)), 12);

    /// <summary>c + dt / (T + dt) (target - c): with T of three ticks a quarter of the way.</summary>
    [Theory]
    [InlineData(1, 0.6, 0.75, 0.9)]
    [InlineData(0.2, 1, 0.75, 0.4)]
    [InlineData(1, 0.6, 0, 0.6)]
    [InlineData(0.5, 0.5, 12, 0.5)]
    public void It_follows_with_the_time_of_adaptation(double level, double target, double months, double after) =>
        Assert.Equal(after, One(ComplianceLevel.Next(Each(level), Each(100), Each(target), Each(months))), 12);

    [Fact]
    public void Where_nothing_is_known_of_the_inflow_it_stays_as_it_is() =>
        Assert.Equal(0.7, One(ComplianceLevel.Next(Each(0.7), Each(double.NaN), Each(0.1), Each(0))));

    [Fact]
    public void It_is_a_share_and_falls_with_inflow_but_not_with_financed_capacity() =>
        Gen.Select(Persons, Gen.Double[1, 1e6], Gen.Double[0, 10], Share).Sample((inflow, capacity, sensitivity, least) =>
        {
            var target = One(Target(inflow, capacity, sensitivity, least));

            Assert.InRange(target, least, 1);
            Assert.True(One(Target(inflow + 1000, capacity, sensitivity, least)) <= target);
            Assert.True(One(Target(inflow, capacity + 1000, sensitivity, least)) >= target);
        });

    private static LaneVector Target(double inflow, double capacity, double sensitivity, double least) =>
        ComplianceLevel.Target(Each(inflow), Each(capacity), Each(sensitivity), Each(least));
}
