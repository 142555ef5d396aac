using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Levers;
using CorridorSim.Scenarios.Worlds;
using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Files;

/// <summary>Finds the inputs that a lever moves, from the keys that say where.</summary>
internal sealed class SubjectReader(WorldDraft world, DiagnosticBag bag)
{
    private IReadOnlyList<InputSlot> Slots => world.Slots.Slots;

    public Subject? Read(LeverDefinition lever, MapReader provision, bool needsLot)
    {
        var nationalities = lever.Subjects.Any(s => s.StartsWith("nationalities", StringComparison.Ordinal))
            ? provision.Indices("nationalities", world.NationalityCodes, "nationality")
            : [];
        var subject = lever.Name switch
        {
            "channel-capacity" => Capacity(provision, nationalities, needsLot),
            "approval-rate" => OfChannel(provision, c => c.ApprovalShare),
            "decision-time" => OfChannel(provision, c => c.DecisionMonths),
            "forfeiture" => Forfeiture(provision),
            "fee" => OfChannel(provision, c => c.Fee),
            "visa-requirement" => Visa(provision, nationalities),
            "expulsion-share" => OfRegime(provision, nationalities, r => r.ExpulsionShare),
            "return-share" => OfRegime(provision, nationalities, r => r.ReturnShare),
            "release-share" => OfRegime(provision, nationalities, r => r.ReleaseShare),
            "border-evasion" => OfRegime(provision, nationalities, r => r.Evasion),
            "retry-share" => OfRegime(provision, nationalities, r => r.RetryShare),
            "removal-rate" => OfRegime(provision, nationalities, r => r.RemovalRate),
            "port-access" => OfRegime(provision, nationalities, r => r.PortAccess),
            "returns-to-neighbour" => OfRegime(provision, nationalities, r => r.NeighbourAccepts),
            "return-acceptance" => Find(provision, "border", world.Borders, b => b.Id) is { } b ? Of(b.ReturnAcceptance) : null,
            "port-appointments" => Appointments(provision, nationalities),
            "transit-detection" => OfLeg(provision, l => l.Detection),
            "transit-return-share" => TransitReturns(provision, nationalities),
            "leg-closure" => OfLeg(provision, l => l.Openness),
            "readmission" => Readmission(provision),
            "transit-danger" => OfLeg(provision, l => l.DeathProbability),
            "transit-time" => OfLeg(provision, l => l.Days),
            "transit-cost" => OfLeg(provision, l => l.Cost),
            "protection-capacity" or "financing" => Find(provision, "country", world.Countries, c => c.Code) is { } c ? Of(c.ProtectionPlaces) : null,
            "caseworkers" => OfProcedure(provision, p => [p.AddedStaff]),
            "decision-output" => OfProcedure(provision, p => [p.Output]),
            "training-time" => OfProcedure(provision, p => [p.TrainingMonths]),
            "claims-reopened" => OfProcedure(provision, p => [p.Reopened]),
            "claim-return-rate" => OfProcedure(provision, p => [p.ReturnRate]),
            "decision-priority" => OfNationals(provision, nationalities, n => n.Priority),
            "claim-grant-share" => OfNationals(provision, nationalities, n => n.GrantShare),
            "claim-withdrawal" => OfNationals(provision, nationalities, n => n.Withdrawal),
            "implicit-withdrawal" => OfNationals(provision, nationalities, n => n.ImplicitWithdrawal),
            "way-flow" => WayFlow(provision, nationalities),
            "claims-held" => Find(provision, "way", world.Procedures.SelectMany(p => p.Ways), w => w.Id) is { } held ? Of(held.HeldShare) : null,
            "turn-back" => Find(provision, "way", world.Procedures.SelectMany(p => p.Ways), w => w.Id) is { } w ? Of(w.TurnedBack) : null,
            "push" => Of([.. nationalities.Select(n => world.Nationalities[n].Push)]),
            "announcement" => Announce(provision, nationalities),
            _ => throw new InvalidOperationException($"The lever '{lever.Name}' has no subject rule."),
        };
        return bag.HasErrors && subject is null ? null : subject;
    }

    private Subject Of(params int[] slots)
    {
        string[] paths = [.. slots.Distinct().Order().Select(s => Slots[s].Path)];
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

    private Subject? OfChannel(MapReader provision, Func<Model.Worlds.Channel, int> slot) =>
        Find(provision, "channel", world.Channels, c => c.Id) is { } channel ? Of(AppliedTo(provision, channel, slot)) : null;

    private static int AppliedTo(MapReader provision, Model.Worlds.Channel channel, Func<Model.Worlds.Channel, int> slot)
    {
        if (channel.IsNamed)
        {
            provision.Report(provision.Map["channel"]!, $"nobody applies to {channel.Id}, people are named; only its capacity can be changed, by channel-capacity");
        }

        return slot(channel);
    }

    private Subject? Forfeiture(MapReader provision)
    {
        if (Find(provision, "channel", world.Channels, c => c.Id) is not { } channel)
        {
            return null;
        }

        if (channel.Forfeiture < 0)
        {
            provision.Report(provision.Map["channel"]!, $"people are named for {channel.Id}, so that nobody hopes for a place; name a channel to which people apply");
            return null;
        }

        return Of(channel.Forfeiture);
    }

    private Subject? OfLeg(MapReader provision, Func<Model.Worlds.Leg, int> slot) =>
        Find(provision, "leg", world.Legs, l => l.Id) is { } leg ? Of(slot(leg)) : null;

    private Subject? Readmission(MapReader provision)
    {
        if (Find(provision, "leg", world.Legs, l => l.Id) is not { } leg)
        {
            return null;
        }

        if (leg.Readmission < 0)
        {
            provision.Report(provision.Map["leg"]!, $"nobody is sent back over {leg.Id} in this world; give it a figure, such as 0, in the column 'readmission' of legs.csv");
            return null;
        }

        return Of(leg.Readmission);
    }

    private Subject? TransitReturns(MapReader provision, IReadOnlyList<int> nationalities)
    {
        if (Find(provision, "country", world.Countries, c => c.Code) is not { } country)
        {
            return null;
        }

        foreach (var n in nationalities.Where(n => n >= country.ReturnShares.Count || country.ReturnShares[n] < 0))
        {
            provision.Report(provision.Map["nationalities"]!, $"the world has no share of {world.NationalityCodes[n]} whom {country.Code} sends home; add a row to transit-returns.csv");
        }

        return bag.HasErrors ? null : Of([.. nationalities.Select(n => country.ReturnShares[n])]);
    }

    private Subject? OfRegime(MapReader provision, IReadOnlyList<int> nationalities, Func<Model.Worlds.BorderRegime, int> slot) =>
        Find(provision, "border", world.Borders, b => b.Id) is { } border ? Of([.. nationalities.Select(n => slot(border.Regimes[n]))]) : null;

    private Subject? Capacity(MapReader provision, IReadOnlyList<int> nationalities, bool needsLot)
    {
        if (Find(provision, "channel", world.Channels, c => c.Id) is not { } channel)
        {
            return null;
        }

        var residence = provision.Indices("apply-from", world.CountryCodes, "country");
        if (residence.Count == 0 && nationalities.Count == 0)
        {
            return needsLot ? LotOf(channel, channel.Lots[0].Communities) : Of(channel.Lots[0].Places);
        }

        int[] communities =
        [
            .. Enumerable.Range(0, world.Communities.Count)
                .Where(c => residence.Count == 0 || residence.Contains(world.Communities[c].Country))
                .Where(c => nationalities.Count == 0 || nationalities.Contains(world.Communities[c].Nationality))
                .Where(c => nationalities.Count > 0 || world.Nationalities[world.Communities[c].Nationality].HomeCommunity != c),
        ];
        if (communities.Length == 0)
        {
            provision.Report(provision.Map, "no community of the world meets 'apply-from' and 'nationalities'; widen them");
        }

        return LotOf(channel, communities);
    }

    private Subject LotOf(Model.Worlds.Channel channel, IReadOnlyList<int> communities) =>
        new($"{channel.Id} for {string.Join(' ', communities)}", [], new LotText(world.Channels.IndexOf(channel), communities));

    private Subject? OfProcedure(MapReader provision, Func<Model.Worlds.Procedure, int[]> slots) =>
        Find(provision, "procedure", world.Procedures, p => p.Id) is { } procedure ? Of(slots(procedure)) : null;

    private Subject? OfNationals(MapReader provision, IReadOnlyList<int> nationalities, Func<Model.Worlds.ProcedureNational, int> slot)
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

    private Subject? Visa(MapReader provision, IReadOnlyList<int> nationalities)
    {
        if (Find(provision, "route", world.Routes, r => r.Id) is not { } route)
        {
            return null;
        }

        var users = route.Users.Where(u => nationalities.Contains(u.Nationality)).Select(u => u.VisaRequired).ToArray();
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
            Routes = route is null ? [] : [world.Routes.IndexOf(route)],
        });
    }
}
