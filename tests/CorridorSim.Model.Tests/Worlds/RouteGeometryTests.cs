using CorridorSim.Model.Indices;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Tests.Worlds;

public sealed class RouteGeometryTests
{
    private static readonly WorldPlan World = new SmallWorld().Declare().Build();

    [Theory]
    [InlineData(0, 0, 0, 2)]
    [InlineData(0, 1, 1, 2)]
    [InlineData(1, 0, 1, 2)]
    public void A_step_is_where_its_leg_begins_and_the_last_one_where_people_wait(int route, int step, int place, int country)
    {
        Assert.Equal(place, RouteGeometry.PlaceOfStep(World, World.Routes[route], step));
        Assert.Equal(new CountryIndex(country), RouteGeometry.CountryOfStep(World, World.Routes[route], step));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, -1)]
    public void A_route_has_its_users(int route, int nationality, int user) => Assert.Equal(user, RouteGeometry.UserOf(World.Routes[route], nationality));

    [Fact]
    public void Communities_of_one_nationality_join_a_step_together()
    {
        Assert.Equal([(0, 0), (0, 1)], RouteGeometry.Joins(World, World.Routes[0]));
        Assert.Equal([(0, 0)], RouteGeometry.Joins(World, World.Routes[1]));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Who_lives_elsewhere_does_not_wait_at_home(int nationality, bool waits) => Assert.Equal(waits, RouteGeometry.WaitsAtHome(World, 0, nationality));

    [Fact]
    public void Who_lives_where_the_border_is_waited_for_waits_at_home()
    {
        var moved = World with { Places = [World.Places[0], World.Places[1] with { Country = SmallWorld.Alf }] };

        Assert.True(RouteGeometry.WaitsAtHome(moved, 0, 0));
        Assert.False(RouteGeometry.WaitsAtHome(moved, 0, 1));
    }

    [Fact]
    public void A_leg_between_countries_is_a_passage_named_by_both_or_by_what_it_is_counted_as()
    {
        var abroad = World with { Places = [World.Places[0], World.Places[1] with { Country = SmallWorld.Des }] };

        Assert.Null(RouteGeometry.Passage(World, World.Legs[0]));
        Assert.Equal("TRA>DES", RouteGeometry.Passage(abroad, World.Legs[0]));
        Assert.Equal("sea", RouteGeometry.Passage(abroad, World.Legs[0] with { CountedAs = "sea" }));
    }

    [Fact]
    public void People_may_be_sent_home_from_where_they_travel_wait_and_arrive() =>
        Assert.Equal([(SmallWorld.Tra, 0), (SmallWorld.Tra, 1), (SmallWorld.Des, 0), (SmallWorld.Des, 1)], RouteGeometry.ReturningFrom(World));

    [Fact]
    public void Nobody_comes_for_a_season_where_no_lot_is_for_one() => Assert.Empty(RouteGeometry.WorkersReturningFrom(World));

    [Fact]
    public void A_nation_is_at_home_in_the_country_of_its_first_community()
    {
        Assert.Equal([new CommunityIndex(0)], World.HomeCommunities(0));
        Assert.Equal([new CommunityIndex(1)], World.HomeCommunities(1));
    }
}
