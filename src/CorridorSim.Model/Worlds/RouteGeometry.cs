using CorridorSim.Model.Indices;

namespace CorridorSim.Model.Worlds;

/// <summary>Where the steps of a route are.</summary>
public static class RouteGeometry
{
    /// <summary>Place of a step: the origin of that leg, or the waiting place of the border after the last leg.</summary>
    public static int PlaceOfStep(WorldPlan world, Route route, int step) =>
        step < route.Legs.Count ? world.Legs[route.Legs[step].Index].Origin : world.Borders[route.Border].WaitingPlace;

    /// <summary>Country of a step.</summary>
    public static CountryIndex CountryOfStep(WorldPlan world, Route route, int step) =>
        world.Places[PlaceOfStep(world, route, step)].Country;

    /// <summary>Index of the user with a nationality, or -1.</summary>
    public static int UserOf(Route route, int nationality)
    {
        for (var u = 0; u < route.Users.Count; u++)
        {
            if (route.Users[u].Nationality == nationality)
            {
                return u;
            }
        }

        return -1;
    }

    /// <summary>Where the users of a route join it: each step with each user who does, in order.</summary>
    public static IEnumerable<(int Step, int User)> Joins(WorldPlan world, Route route) =>
        route.Entries.Select(e => (e.Step, User: UserOf(route, world.Communities[e.Community.Index].Nationality))).Distinct().Order();

    /// <summary>True when people of a nationality take any route to a border.</summary>
    public static bool UsesBorder(WorldPlan world, int border, int nationality) =>
        world.Routes.Any(r => r.Border == border && UserOf(r, nationality) >= 0);

    /// <summary>True when the place where people wait for a border lies in the home country of a nationality.</summary>
    public static bool WaitsAtHome(WorldPlan world, int border, int nationality) =>
        world.Communities[world.Nationalities[nationality].HomeCommunity.Index].Country == world.Places[world.Borders[border].WaitingPlace].Country;

    /// <summary>
    /// Name of the passage of a leg between two countries, for example <c>COL&gt;PAN</c> or what the leg is counted as; null inside one country.
    /// </summary>
    public static string? Passage(WorldPlan world, Leg leg)
    {
        var from = world.Places[leg.Origin].Country;
        var to = world.Places[leg.Destination].Country;
        return from == to ? null : leg.CountedAs ?? $"{world.Countries[from.Index].Code}>{world.Countries[to.Index].Code}";
    }

    /// <summary>Countries from which people of a nationality go home when a season of work ends, in order.</summary>
    public static IEnumerable<(CountryIndex Country, int Nationality)> WorkersReturningFrom(WorldPlan world) => (
        from channel in world.Channels
        from lot in channel.Lots
        where lot.IsForSeason()
        from community in lot.Communities
        select (channel.Country, world.Communities[community.Index].Nationality)).Distinct().Order();

    /// <summary>Countries from which people of a nationality may be sent or go home, in order.</summary>
    public static IReadOnlyCollection<(CountryIndex Country, int Nationality)> ReturningFrom(WorldPlan world)
    {
        var pairs = new SortedSet<(CountryIndex Country, int Nationality)>();
        foreach (var route in world.Routes)
        {
            var border = world.Borders[route.Border];
            foreach (var nationality in route.Users.Select(u => u.Nationality))
            {
                pairs.Add((world.Places[border.WaitingPlace].Country, nationality));
                pairs.Add((border.Destination, nationality));
                foreach (var leg in route.Legs)
                {
                    pairs.Add((world.Places[world.Legs[leg.Index].Origin].Country, nationality));
                }
            }
        }

        return pairs;
    }
}
