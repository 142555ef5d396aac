using CorridorSim.Model.Rules.Routes;
using CsCheck;

using static CorridorSim.Model.Tests.Rules.Rule;

namespace CorridorSim.Model.Tests.Rules.Routes;

/// <summary>Protection in transit: submodel 8 of the model's description.</summary>
public sealed class ProtectionTests
{
    /// <summary>min(u / 4, places / 4 / stock).</summary>
    [Theory]
    [InlineData(0.1, 1e9, 1000, 0.025)]
    [InlineData(0.1, 40, 1000, 0.01)]
    [InlineData(0.1, 0, 1000, 0)]
    [InlineData(0, 40, 1000, 0)]
    [InlineData(0.1, 40, 0, 0)]
    [InlineData(8, 1e9, 1000, 1)]
    [InlineData(8, 4000, 1000, 1)]
    [InlineData(8, 3000, 1000, 0.75)]
    public void As_many_are_protected_as_ask_and_as_there_are_places(double uptake, double places, double stock, double share) =>
        Assert.Equal(share, One(Protection.Share(Each(uptake), Each(places), Each(stock))), 12);

    [Fact]
    public void No_place_is_given_twice_and_more_places_protect_no_fewer() =>
        Gen.Select(Gen.Double[0, 6], Persons, Persons).Sample((uptake, places, stock) =>
        {
            var share = One(Protection.Share(Each(uptake), Each(places), Each(stock)));

            Assert.InRange(share, 0, 1);
            Assert.True(share * stock <= (places / 4 * (1 + 1e-12)));
            Assert.True(One(Protection.Share(Each(uptake), Each(places + 100), Each(stock))) >= share);
        });
}
