using CorridorSim.Model.Rules.Places;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Places;

/// <summary>What crossing forfeits: submodel 4 of the model's description.</summary>
public sealed class ForfeitureTests
{
    /// <summary>omega hoped / (hoped + people).</summary>
    [Theory]
    [InlineData(4, 0, 1000, 0)]
    [InlineData(4, 1000, 1000, 2)]
    [InlineData(4, 3000, 1000, 3)]
    [InlineData(4, 1000, 0, 4)]
    [InlineData(4, 0, 0, 0)]
    [InlineData(0, 1000, 1000, 0)]
    public void It_is_the_worth_of_a_place_times_the_chance_of_one(double weight, double hoped, double people, double forfeited) =>
        Assert.Equal(forfeited, One(Forfeiture.Of(Each(weight), Each(hoped), Each(people))), 12);

    [Fact]
    public void It_is_at_most_the_worth_of_a_sure_place_and_grows_with_places_but_not_with_people() =>
        Gen.Select(Gen.Double[0, 8], Persons, Persons).Sample((weight, hoped, people) =>
        {
            var forfeited = One(Forfeiture.Of(Each(weight), Each(hoped), Each(people)));

            Assert.InRange(forfeited, 0, weight);
            Assert.True(One(Forfeiture.Of(Each(weight), Each(hoped + 100), Each(people))) >= forfeited - 1e-12);
            Assert.True(One(Forfeiture.Of(Each(weight), Each(hoped), Each(people + 100))) <= forfeited + 1e-12);
        });
}
