using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Queues;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Queues;

/// <summary>Staff that decides claims: submodel 13 of the model's description.</summary>
public sealed class StaffCapacityTests
{
    /// <summary>Claims of a tick over what one person takes up in a tick.</summary>
    [Theory]
    [InlineData(100, 8, 50)]
    [InlineData(0, 8, 0)]
    [InlineData(100, 0, 0)]
    public void As_many_are_needed_as_could_decide_what_came_in(double claims, double output, double needed) =>
        Assert.Equal(needed, One(StaffCapacity.Needed(Each(claims), Each(output))), 12);

    [Theory]
    [InlineData(100, 40, 140)]
    [InlineData(100, -40, 60)]
    [InlineData(100, -140, 0)]
    public void Measures_add_to_the_budget_and_take_no_more_than_there_is(double budget, double added, double paid) =>
        Assert.Equal(paid, One(StaffCapacity.Paid(Each(budget), Each(added))));

    [Theory]
    [InlineData(100, 140, 0.25, 110)]
    [InlineData(100, 140, 1, 140)]
    [InlineData(100, 140, 0, 100)]
    [InlineData(100, 100.5, 0.5, 100.25)]
    [InlineData(100, 60, 0.25, 60)]
    [InlineData(100, 0, 0.25, 0)]
    public void New_people_are_trained_in_time_and_who_leaves_is_gone_at_once(double trained, double paid, double share, double after) =>
        Assert.Equal(after, One(StaffCapacity.Trained(Each(trained), Each(paid), Each(share))), 12);

    [Fact]
    public void No_more_are_trained_than_paid() =>
        Gen.Select(Persons, Persons, Share).Sample((trained, paid, share) =>
            Assert.InRange(One(StaffCapacity.Trained(Each(trained), Each(paid), Each(share))), Math.Min(trained, paid), paid));

    [Theory]
    [InlineData(100, 8, 200)]
    [InlineData(0, 8, 0)]
    [InlineData(100, 0, 0)]
    public void They_take_up_their_output_of_a_tick(double trained, double output, double decisions) =>
        Assert.Equal(decisions, One(StaffCapacity.Decisions(Each(trained), Each(output))), 12);

    /// <summary>Capacity 100 over weights 1 x 300 + 2 x 100 = 500: 0.2 for each unit.</summary>
    [Theory]
    [InlineData(300, 0.2, 1, 60)]
    [InlineData(100, 0.2, 2, 40)]
    [InlineData(100, 0.2, 0, 0)]
    [InlineData(100, 0.2, 1000, 100)]
    [InlineData(0, 0.2, 1000, 0)]
    public void Priority_takes_up_more_of_those_who_wait_and_at_most_all(double waiting, double perWeight, double priority, double taken) =>
        Assert.Equal(taken, One(StaffCapacity.TakenUp(Each(waiting), Each(perWeight), Each(priority))), 12);

    [Fact]
    public void A_round_takes_up_no_more_than_the_capacity() =>
        Gen.Select(Persons, Persons, Persons, Gen.Double[0, 100]).Sample((capacity, first, second, priority) =>
        {
            var perWeight = PlaceSplit.PerWeight(Each(capacity), Each(first + (priority * second)));
            var taken = One(StaffCapacity.TakenUp(Each(first), perWeight, Each(1))) + One(StaffCapacity.TakenUp(Each(second), perWeight, Each(priority)));

            Assert.InRange(taken, 0, capacity * (1 + 1e-12));
        });
}
