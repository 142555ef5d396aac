using CorridorSim.Model.Indices;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Runs.Manifests;

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
        string Code(CountryIndex country) => world.Countries[country.Index].Code;
        string Home(CommunityIndex community) => Code(world.Communities[community.Index].Country);
        return new Geography(
            [.. world.Countries.Select(c => new GeographyCountry(c.Code, c.Name, c.Latitude, c.Longitude))],
            [.. world.Nationalities.Select(n => new GeographyNationality(n.Code, Home(n.HomeCommunity)))],
            [.. world.Channels.Select(c => new GeographyChannel(
                c.Id, Code(c.Country), c.Kind, c.Status, [.. c.Lots.SelectMany(l => l.Communities).Distinct().Order().Select(Home).Distinct()]))],
            [.. world.Routes.Select(r => new GeographyRoute(r.Id, world.Borders[r.Border].Id, [.. Way(world, r).Select(Code)]))]);
    }

    private static IEnumerable<CountryIndex> Way(WorldPlan world, Route route)
    {
        var border = world.Borders[route.Border];
        int[] places = [.. route.Legs.Select(l => world.Legs[l.Index].Origin), border.WaitingPlace];
        CountryIndex[] countries = [.. places.Select(p => world.Places[p].Country), border.Destination];
        return countries.Where((c, i) => i == 0 || countries[i - 1] != c);
    }
}

/// <summary>Where a country lies.</summary>
/// <param name="Code">Code.</param>
/// <param name="Name">Name in English.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record GeographyCountry(string Code, string Name, double Latitude, double Longitude);

/// <summary>A nationality.</summary>
/// <param name="Code">Code.</param>
/// <param name="Home">Code of its home country.</param>
public sealed record GeographyNationality(string Code, string Home);

/// <summary>Where an irregular route leads.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Border">Border at its end.</param>
/// <param name="Countries">Codes of the countries on the way, in travelling order, ending with the destination.</param>
public sealed record GeographyRoute(string Id, string Border, IReadOnlyList<string> Countries);

/// <summary>Where a legal channel leads.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Country">Code of the country it leads into.</param>
/// <param name="Kind">Kind in words.</param>
/// <param name="Status">Status people have on arrival, in words.</param>
/// <param name="OpenTo">Codes of the countries of residence it may be used from, in the world's order.</param>
public sealed record GeographyChannel(string Id, string Country, string Kind, string Status, IReadOnlyList<string> OpenTo);
