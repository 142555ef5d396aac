using CorridorSim.Model;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Turns the tables of a world into legs, borders and routes.</summary>
internal sealed class RouteReader(WorldDraft world, WorldTables tables, WorldSlots slots)
{
    private const string CountedAs = "counted-as";

    public void ReadLegs()
    {
        string[] places = [.. world.Places.Select(p => p.Id)];
        foreach (var row in tables["legs"].Rows)
        {
            var id = row.Text("id");
            var openness = slots.OfMeasures($"legs.{id}.openness", "leg-closure", 1, $"share of {id} that is open");
            var leg = new Leg(
                id,
                row.Index("from", places, "place"),
                row.Index("to", places, "place"),
                slots.Add(row, $"legs.{id}.days", "days", Units.Days, 0, 400, $"mean days at the start of {id} and on it"),
                slots.Add(row, $"legs.{id}.cost", "cost-kusd", Units.ThousandUsd, 0, 100, $"cost of {id} per person"),
                slots.Add(row, $"legs.{id}.death-probability", "deaths-per-10000", Units.DeathsPerPerson, 0, 10_000, $"deaths on {id}", 1e-4),
                slots.OfLever(row, $"legs.{id}.detection", "detection", "transit-detection", $"share detected on {id}"),
                slots.Add(row, $"legs.{id}.give-up-share", "give-up-share", Units.Share, 0, 1, $"share of the detected who go home on {id}"),
                slots.Add(row, $"legs.{id}.stay-share", "stay-share", Units.Share, 0, 1, $"share who stay where {id} begins"),
                openness)
            {
                CountedAs = row.Text(CountedAs) is { Length: > 0 } name ? name : null,
                SeasonJanuary = Season(row, id, "season-january"),
                SeasonApril = Season(row, id, "season-april"),
            };
            world.Legs.Add(slots.Complete(leg, row, $"legs.{id}", id));
            ReadHeadline(row);
        }
    }

    public void ReadBorders()
    {
        string[] places = [.. world.Places.Select(p => p.Id)];
        foreach (var row in tables["borders"].Rows)
        {
            ReadBorder(row, places);
        }

        CheckNamed("regimes", "border", [.. world.Borders.Select(b => b.Id)]);
    }

    public void ReadRoutes()
    {
        foreach (var row in tables["routes"].Rows)
        {
            ReadRoute(row);
        }

        string[] routes = [.. world.Routes.Select(r => r.Id)];
        CheckNamed("route-users", "route", routes);
        CheckNamed("entries", "route", routes);
    }

    /// <summary>Log units of a leg's season, or null where its cell is empty.</summary>
    private Slot? Season(CsvRow row, string id, string column)
    {
        if (row.Text("season-january").Length == 0 && row.Text("season-april").Length == 0)
        {
            return null;
        }

        return slots.Add(row, $"legs.{id}.{column}", column, Units.LogUnits, -3, 3, $"what {(column == "season-january" ? "January" : "April")} draws to {id} above the mean of the year");
    }

    private void ReadHeadline(CsvRow row)
    {
        var isHeadline = row.Index("headline", ["no", "yes"], "answer") == 1;
        var leg = world.Legs[^1];
        if (!isHeadline || leg.Origin < 0 || leg.Destination < 0)
        {
            return;
        }

        var (from, to) = (world.Places[leg.Origin].Country, world.Places[leg.Destination].Country);
        if (from == to)
        {
            row.Report("headline", $"'{leg.Id}' stays inside one country, so nobody enters irregularly; write no");
        }
        else
        {
            world.HeadlinePassages.Add(leg.CountedAs ?? $"{world.Countries[from.Index].Code}>{world.Countries[to.Index].Code}");
        }
    }

    private void ReadBorder(CsvRow row, string[] places)
    {
        var id = row.Text("id");
        var regimes = new BorderRegime?[world.Nationalities.Count];
        foreach (var regime in tables["regimes"].Rows.Where(r => r.Text("border") == id))
        {
            var n = regime.Index("nationality", world.NationalityCodes, "nationality");
            if (n >= 0)
            {
                var path = $"borders.{id}.{world.Nationalities[n].Code}";
                regimes[n] = slots.Complete(ReadRegime(regime, path), regime, path, $"{world.Nationalities[n].Code} at {id}");
            }
        }

        foreach (var (_, n) in regimes.Select((r, n) => (r, n)).Where(p => p.r is null))
        {
            row.Report("id", $"regimes.csv has no row for '{world.Nationalities[n].Code}' at {id}; add one");
        }

        var border = new Border(
            id,
            row.Country("destination", world.CountryCodes),
            row.Index("waiting-place", places, "place"),
            slots.Add(row, $"borders.{id}.death-probability", "deaths-per-10000", Units.DeathsPerPerson, 0, 10_000, $"deaths at {id} between ports", 1e-4),
            slots.OfLever(row, $"borders.{id}.return-acceptance", "return-acceptance", "return-acceptance", $"expulsions and returns that the neighbour accepts at {id}"),
            slots.OfLever(row, $"borders.{id}.port-places", "port-places", "port-appointments", $"appointments at the ports of {id} open to all with access"),
            [.. regimes.OfType<BorderRegime>()]);
        world.Borders.Add(slots.Complete(border, row, $"borders.{id}", id));
    }

    private BorderRegime ReadRegime(CsvRow row, string path) => new(
        slots.OfLever(row, $"{path}.evasion", "evasion", "border-evasion"),
        slots.OfLever(row, $"{path}.expulsion-share", "expulsion-share", "expulsion-share"),
        slots.OfLever(row, $"{path}.return-share", "return-share", "return-share"),
        slots.OfLever(row, $"{path}.release-share", "release-share", "release-share"),
        slots.OfLever(row, $"{path}.retry-share", "retry-share", "retry-share"),
        slots.OfLever(row, $"{path}.removal-rate", "removal-rate", "removal-rate"),
        slots.OfLever(row, $"{path}.neighbour-accepts", "neighbour-accepts", "returns-to-neighbour"),
        slots.OfLever(row, $"{path}.port-slots", "port-slots", "port-appointments", "appointments earmarked at the ports"),
        slots.OfLever(row, $"{path}.port-access", "port-access", "port-access"));

    private void ReadRoute(CsvRow row)
    {
        var id = row.Text("id");
        var border = row.Index("border", [.. world.Borders.Select(b => b.Id)], "border");
        var legs = new List<LegIndex>();
        foreach (var word in row.Words("legs"))
        {
            var leg = world.Legs.ToList().FindIndex(l => l.Id == word);
            if (leg < 0)
            {
                row.Report("legs", $"unknown leg '{word}'{Diagnostics.Suggestion.For(word, world.Legs.Select(l => l.Id))}");
            }
            else
            {
                legs.Add(new LegIndex(leg));
            }
        }

        var users = new List<RouteUser>();
        foreach (var user in tables["route-users"].Rows.Where(r => r.Text("route") == id))
        {
            var n = user.Index("nationality", world.NationalityCodes, "nationality");
            var path = $"routes.{id}.{user.Text("nationality")}";
            var counted = user.Text("counted-at");
            if (counted is not ("" or "departure" or "border"))
            {
                user.Report("counted-at", $"unknown place '{counted}'; use departure or border");
            }

            var people = new RouteUser(
                n,
                slots.Add(user, $"{path}.start-flow", "start-flow", Units.PersonsPerMonth, 0, 1e6, $"{(counted == "border" ? "encounters" : "departures")} a month before the start"),
                slots.Add(user, $"{path}.visa-required", "visa-required", Units.Share, 0, 1, "1 when a visa is required in transit"),
                counted == "border");
            users.Add(slots.Complete(people, user, path, $"{user.Text("nationality")} on {id}"));
        }

        var dread = slots.Add(row, $"routes.{id}.dread", "dread", Units.LogUnits, -10, 10, $"dislike of {id} beyond cost and success");
        var route = new Route(id, border, legs, dread, users, []);
        world.Routes.Add(route with { Entries = [.. ReadEntries(route)] });
        Check(row, world.Routes[^1]);
    }

    private IEnumerable<RouteEntry> ReadEntries(Route route)
    {
        foreach (var row in tables["entries"].Rows.Where(r => r.Text("route") == route.Id))
        {
            var country = row.Index("country", world.CountryCodes, "country");
            var step = StepOf(route, row.Text("place"));
            if (step < 0)
            {
                row.Report("place", $"the place '{row.Text("place")}' is not on the route {route.Id}");
                continue;
            }

            var filter = row.Words("nationality");
            for (var c = 0; c < world.Communities.Count; c++)
            {
                var community = world.Communities[c];
                var code = world.Nationalities[community.Nationality].Code;
                if (community.Country.Index != country || (filter is not ["*"] && !filter.Contains(code)) || route.Users.All(u => u.Nationality != community.Nationality))
                {
                    continue;
                }

                var path = $"routes.{route.Id}.{code}@{row.Text("country")}";
                yield return new RouteEntry(
                    new CommunityIndex(c),
                    step,
                    slots.Add(row, $"{path}.access-days", "access-days", Units.Days, 0, 400, "days to reach the route"),
                    slots.Add(row, $"{path}.access-cost", "access-cost-kusd", Units.ThousandUsd, 0, 100, "cost to reach the route"));
            }
        }
    }

    private int StepOf(Route route, string place)
    {
        for (var step = 0; step < route.Legs.Count; step++)
        {
            if (world.Places[world.Legs[route.Legs[step].Index].Origin].Id == place)
            {
                return step;
            }
        }

        return route.Border >= 0 && world.Places[world.Borders[route.Border].WaitingPlace].Id == place ? route.Legs.Count : -1;
    }

    /// <summary>Legs must meet and lead to the border, and whoever may use the route must be able to join it.</summary>
    private void Check(CsvRow row, Route route)
    {
        var legs = route.Legs.Select(l => world.Legs[l.Index]).ToArray();
        foreach (var (leg, next) in legs.Zip(legs.Skip(1)).Where(p => p.First.Destination != p.Second.Origin))
        {
            row.Report("legs", $"leg '{next.Id}' does not start where '{leg.Id}' ends; list the legs in travelling order");
        }

        if (route.Border >= 0 && legs.Length > 0 && legs[^1].Destination != world.Borders[route.Border].WaitingPlace)
        {
            row.Report("legs", $"the last leg does not end at the waiting place of {world.Borders[route.Border].Id}; add the legs that lead there");
        }

        foreach (var user in route.Users.Where(u => u.Nationality >= 0 && route.Entries.All(e => world.Communities[e.Community.Index].Nationality != u.Nationality)))
        {
            row.Report("id", $"nobody of {world.Nationalities[user.Nationality].Code} can join {route.Id}; add a row to entries.csv");
        }
    }

    private void CheckNamed(string table, string column, IReadOnlyList<string> names)
    {
        foreach (var row in tables[table].Rows)
        {
            row.Index(column, names, column);
        }
    }
}
