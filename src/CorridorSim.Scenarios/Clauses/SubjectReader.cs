using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Clauses;

/// <summary>What a provision acts on.</summary>
/// <param name="Words">Canonical words.</param>
/// <param name="Targets">Paths of the inputs it moves.</param>
/// <param name="Lot">The lot it opens, when it does.</param>
/// <param name="Announcement">Whose perception it moves, when it is an announcement.</param>
internal sealed record Subject(string Words, IReadOnlyList<string> Targets, LotText? Lot = null, Announcement? Announcement = null);

/// <summary>Finds the inputs that a lever moves, from the keys that say where.</summary>
internal sealed class SubjectReader(WorldDraft world)
{
    public Subject? Read(LeverDefinition lever, MapReader provision, bool needsLot)
    {
        var nationalities = lever.SubjectKeys.Contains("nationalities")
            ? provision.Indices("nationalities", world.NationalityCodes, "nationality")
            : [];
        return lever.Subject switch
        {
            LeverSubject.Places => Capacity(provision, nationalities, needsLot),
            LeverSubject.OfChannel rule => OfChannel(provision, rule),
            LeverSubject.OfRouteUser rule => OfUsers(provision, nationalities, rule),
            LeverSubject.OfRegime rule => Find(provision, "border", world.Borders, b => b.Id) is { } border ? Of([.. nationalities.Select(n => rule.Input(border.Regimes[n]))]) : null,
            LeverSubject.OfBorder rule => Find(provision, "border", world.Borders, b => b.Id) is { } border ? Of(rule.Input(border)) : null,
            LeverSubject.OfLeg rule => OfLeg(provision, rule),
            LeverSubject.OfCountry rule => Find(provision, "country", world.Countries, c => c.Code) is { } country ? Of(rule.Input(country)) : null,
            LeverSubject.OfCountryNationality rule => OfCountry(provision, nationalities, rule),
            LeverSubject.OfProcedure rule => Find(provision, "procedure", world.Procedures, p => p.Id) is { } procedure ? Of(rule.Input(procedure)) : null,
            LeverSubject.OfClaimants rule => OfNationals(provision, nationalities, rule.Input),
            LeverSubject.OfWay rule => Find(provision, "way", world.Procedures.SelectMany(p => p.Ways), w => w.Id) is { } way ? Of(rule.Input(way)) : null,
            LeverSubject.WayFlow => WayFlow(provision, nationalities),
            LeverSubject.OfNationality rule => Of([.. nationalities.Select(n => rule.Input(world.Nationalities[n]))]),
            LeverSubject.Appointments => Appointments(provision, nationalities),
            LeverSubject.Belief => Announce(provision, nationalities),
            _ => throw new InvalidOperationException($"The lever '{lever.Name}' acts on a kind of subject that nobody reads."),
        };
    }

    private Subject Of(params Slot[] slots)
    {
        string[] paths = [.. slots.Distinct().Order().Select(s => world.Slots[s].Path)];
        return new Subject(string.Join(' ', paths), paths);
    }

    private static T? Find<T>(MapReader provision, string key, IEnumerable<T> items, Func<T, string> id)
        where T : class
    {
        if (provision.Text(key) is not { } name)
        {
            return null;
        }

        var found = items.FirstOrDefault(i => id(i) == name);
        if (found is null)
        {
            provision.Report(provision.Map[key]!, $"unknown {key} '{name}'{Suggestion.For(name, items.Select(id))}");
        }

        return found;
    }

    private Subject? OfChannel(MapReader provision, LeverSubject.OfChannel rule)
    {
        if (Find(provision, "channel", world.Channels, c => c.Id) is not { } channel)
        {
            return null;
        }

        var input = rule.Input(channel);
        if (channel.IsNamed || input is null)
        {
            provision.Report(provision.Map["channel"]!, rule.WhereNamed.Replace("{0}", channel.Id, StringComparison.Ordinal));
        }

        return input is { } slot ? Of(slot) : null;
    }

    private Subject? OfCountry(MapReader provision, IReadOnlyList<int> nationalities, LeverSubject.OfCountryNationality rule)
    {
        if (Find(provision, "country", world.Countries, c => c.Code) is not { } country)
        {
            return null;
        }

        int[] without = [.. nationalities.Where(n => rule.Input(country, n) is null)];
        foreach (var n in without)
        {
            provision.Report(
                provision.Map["nationalities"]!,
                rule.WhereNone.Replace("{0}", country.Code, StringComparison.Ordinal).Replace("{1}", world.NationalityCodes[n], StringComparison.Ordinal));
        }

        return without.Length > 0 ? null : Of([.. nationalities.Select(n => rule.Input(country, n)).OfType<Slot>()]);
    }

    private Subject? OfLeg(MapReader provision, LeverSubject.OfLeg rule)
    {
        if (Find(provision, "leg", world.Legs, l => l.Id) is not { } leg)
        {
            return null;
        }

        if (rule.Input(leg) is { } slot)
        {
            return Of(slot);
        }

        provision.Report(provision.Map["leg"]!, rule.WhereNone.Replace("{0}", leg.Id, StringComparison.Ordinal));
        return null;
    }

    private Subject? Capacity(MapReader provision, IReadOnlyList<int> nationalities, bool needsLot)
    {
        if (Find(provision, "channel", world.Channels, c => c.Id) is not { } channel)
        {
            return null;
        }

        var residence = provision.Countries("apply-from", world.CountryCodes);
        if (residence.Count == 0 && nationalities.Count == 0)
        {
            return needsLot ? LotOf(channel, channel.Lots[0].Communities) : Of(channel.Lots[0].Places);
        }

        CommunityIndex[] communities =
        [
            .. Enumerable.Range(0, world.Communities.Count)
                .Where(c => residence.Count == 0 || residence.Contains(world.Communities[c].Country))
                .Where(c => nationalities.Count == 0 || nationalities.Contains(world.Communities[c].Nationality))
                .Where(c => nationalities.Count > 0 || world.Nationalities[world.Communities[c].Nationality].HomeCommunity.Index != c)
                .Select(CommunityIndex.Of),
        ];
        if (communities.Length == 0)
        {
            provision.Report(provision.Map, "no community of the world meets 'apply-from' and 'nationalities'; widen them");
        }

        return LotOf(channel, communities);
    }

    private Subject LotOf(Model.Worlds.Channel channel, IReadOnlyList<CommunityIndex> communities) =>
        new($"{channel.Id} for {string.Join(' ', communities.Select(c => c.Index))}", [], new LotText(world.Channels.IndexOf(channel), communities));

    private Subject? OfNationals(MapReader provision, IReadOnlyList<int> nationalities, Func<Model.Worlds.ProcedureNational, Slot> slot)
    {
        if (Find(provision, "procedure", world.Procedures, p => p.Id) is not { } procedure)
        {
            return null;
        }

        var slots = procedure.Nationals.Where(n => nationalities.Contains(n.Nationality)).Select(slot).ToArray();
        if (slots.Length == 0)
        {
            provision.Report(provision.Map["nationalities"] ?? provision.Map, $"none of these nationalities claims in {procedure.Id}");
        }

        return Of(slots);
    }

    private Subject? WayFlow(MapReader provision, IReadOnlyList<int> nationalities)
    {
        var owner = world.Procedures.FirstOrDefault(p => p.Ways.Any(w => w.Id == provision.Text("way")));
        if (Find(provision, "way", world.Procedures.SelectMany(p => p.Ways), w => w.Id) is not { } way || owner is null)
        {
            return null;
        }

        var slots = way.Users.Where(u => nationalities.Contains(owner.Nationals[u.National].Nationality)).Select(u => u.Factor).ToArray();
        if (slots.Length == 0)
        {
            provision.Report(provision.Map["nationalities"] ?? provision.Map, $"none of these nationalities comes by {way.Id}");
        }

        return Of(slots);
    }

    private Subject? OfUsers(MapReader provision, IReadOnlyList<int> nationalities, LeverSubject.OfRouteUser rule)
    {
        if (Find(provision, "route", world.Routes, r => r.Id) is not { } route)
        {
            return null;
        }

        var users = route.Users.Where(u => nationalities.Contains(u.Nationality)).Select(rule.Input).ToArray();
        if (users.Length == 0)
        {
            provision.Report(provision.Map["nationalities"] ?? provision.Map, $"none of these nationalities uses the route {route.Id}");
        }

        return Of(users);
    }

    private Subject? Appointments(MapReader provision, IReadOnlyList<int> nationalities)
    {
        if (Find(provision, "border", world.Borders, b => b.Id) is not { } border)
        {
            return null;
        }

        if (nationalities.Count > 1)
        {
            provision.Report(provision.Map["nationalities"]!, "appointments are earmarked for one nationality at a time; write one provision each");
        }

        return nationalities.Count == 0 ? Of(border.PortPlaces) : Of(border.Regimes[nationalities[0]].PortSlots);
    }

    private Subject? Announce(MapReader provision, IReadOnlyList<int> nationalities)
    {
        if (Find(provision, "border", world.Borders, b => b.Id) is not { } border)
        {
            return null;
        }

        var index = world.Borders.IndexOf(border);
        var route = Find(provision, "route", world.Routes, r => r.Id);
        if (route is not null && route.Border != index)
        {
            provision.Report(provision.Map["route"]!, $"the route {route.Id} does not lead to {border.Id}; name one that does");
        }

        return new Subject($"{border.Id} for {string.Join(' ', nationalities)}{(route is null ? string.Empty : $" by {route.Id}")}", [], null, new Announcement(index, nationalities)
        {
            Routes = route is null ? [] : [new RouteIndex(world.Routes.IndexOf(route))],
        });
    }
}
