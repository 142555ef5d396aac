using CorridorSim.Model.Worlds;

namespace CorridorSim.Runs.Folders;

/// <summary>
/// What a map needs to know about a world, kept in the run folder so that a run can be drawn without the world it was made
/// with: where countries lie, and between which countries channels and routes lead.
/// </summary>
/// <param name="Countries">Countries in the world's order.</param>
/// <param name="Nationalities">Nationalities in the world's order.</param>
/// <param name="Channels">Legal channels.</param>
/// <param name="Routes">Irregular routes.</param>
public sealed record Geography(
    IReadOnlyList<GeographyCountry> Countries,
    IReadOnlyList<GeographyNationality> Nationalities,
    IReadOnlyList<GeographyChannel> Channels,
    IReadOnlyList<GeographyRoute> Routes)
{
    /// <summary>The geography of a world.</summary>
    public static Geography Of(WorldPlan world)
    {
        ArgumentNullException.ThrowIfNull(world);
        string Code(int country) => world.Countries[country].Code;
        string Home(int community) => Code(world.Communities[community].Country);
        return new Geography(
            [.. world.Countries.Select(c => new GeographyCountry(c.Code, c.Name, c.Latitude, c.Longitude))],
            [.. world.Nationalities.Select(n => new GeographyNationality(n.Code, Home(n.HomeCommunity)))],
            [.. world.Channels.Select(c => new GeographyChannel(
                c.Id, Code(c.Country), c.Kind, c.Status, [.. c.Lots.SelectMany(l => l.Communities).Distinct().Order().Select(Home).Distinct()]))],
            [.. world.Routes.Select(r => new GeographyRoute(r.Id, world.Borders[r.Border].Id, [.. Way(world, r).Select(Code)]))]);
    }

    private static IEnumerable<int> Way(WorldPlan world, Route route)
    {
        var border = world.Borders[route.Border];
        int[] places = [.. route.Legs.Select(l => world.Legs[l].Origin), border.WaitingPlace];
        int[] countries = [.. places.Select(p => world.Places[p].Country), border.Destination];
        return countries.Where((c, i) => i == 0 || countries[i - 1] != c);
    }
}
