using CorridorSim.Model.Engine;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Recording;

/// <summary>Lists every series that the participants of a world can measure.</summary>
internal sealed class SeriesCatalogue
{
    private const string Persons = "persons";
    private const string PersonsPerMonth = "persons/month";
    private const string PersonsPerYear = "persons/year";
    private const string EventsPerMonth = "events/month";
    private const string CostPerMonth = "thousand USD/month";

    private readonly WorldPlan _world;
    private readonly List<SeriesInfo> _series = [];
    private readonly HashSet<SeriesKey> _known = [];

    private SeriesCatalogue(WorldPlan world) => _world = world;

    public static IReadOnlyList<SeriesInfo> Of(WorldPlan world, IReadOnlyList<ParticipantInfo> participants)
    {
        var catalogue = new SeriesCatalogue(world);
        catalogue.AddChannels();
        catalogue.AddPassages();
        catalogue.AddBorders();
        catalogue.AddCountries();
        catalogue.AddRoutes();
        catalogue.AddInstruments();
        return catalogue._series;
    }

    private int CountryParticipant(int country) => _world.Instruments.Count + country;

    private void Add(string variable, string where, string unit, SeriesKind kind, int participant, IEnumerable<int> nationalities, bool headline = true)
    {
        Add(new SeriesInfo(new SeriesKey(variable, where, SeriesKey.All), unit, kind, participant, headline));
        foreach (var n in nationalities.Distinct().Order())
        {
            Add(new SeriesInfo(new SeriesKey(variable, where, _world.Nationalities[n].Code), unit, kind, participant, false));
        }
    }

    private void Add(SeriesInfo info)
    {
        if (_known.Add(info.Key))
        {
            _series.Add(info);
        }
    }

    private void AddChannels()
    {
        foreach (var channel in _world.Channels)
        {
            var owner = CountryParticipant(channel.Country);
            var nationalities = channel.Lots.SelectMany(l => l.Communities).Select(c => _world.Communities[c].Nationality).ToArray();
            Add(Indicators.Admissions, channel.Id, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
            if (!channel.IsNamed)
            {
                Add(Indicators.Applications, channel.Id, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
                Add(Indicators.Refusals, channel.Id, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
            }

            if (!channel.IsNamed && channel.ArrivalMonths >= 0)
            {
                Add(Indicators.Approvals, channel.Id, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
            }

            // Where people are named and nobody named earlier waits, there is no queue of persons and no wait.
            if (!channel.IsNamed || channel.Backlogs.Count > 0)
            {
                Add(Indicators.Withdrawals, channel.Id, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
                Add(Indicators.Queue, channel.Id, Persons, SeriesKind.Stock, owner, nationalities);
                Add(Indicators.Wait, channel.Id, "months", SeriesKind.Stock, owner, []);
                Add(Indicators.MeanWait, channel.Id, "months", SeriesKind.Stock, owner, []);
            }

            if (channel.Lots.Any(l => l.IsForSeason()))
            {
                Add(Indicators.SeasonalWorkers, channel.Id, Persons, SeriesKind.Stock, owner, nationalities);
                Add(Indicators.SeasonalReturns, channel.Id, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
            }
        }
    }

    private void AddPassages()
    {
        foreach (var route in _world.Routes)
        {
            var users = route.Users.Select(u => u.Nationality).ToArray();
            foreach (var leg in route.Legs.Select(l => _world.Legs[l]))
            {
                var owner = CountryParticipant(_world.Places[leg.Origin].Country);
                if (RouteGeometry.Passage(_world, leg) is { } passage)
                {
                    Add(Indicators.IrregularEntries, passage, PersonsPerMonth, SeriesKind.Flow, owner, users);
                }

                Add(Indicators.Deaths, RouteGeometry.Passage(_world, leg) ?? leg.Id, PersonsPerMonth, SeriesKind.Flow, owner, users);
            }
        }
    }

    private void AddBorders()
    {
        foreach (var border in _world.Borders)
        {
            var owner = CountryParticipant(border.Destination);
            var all = Enumerable.Range(0, _world.Nationalities.Count).ToArray();
            foreach (var events in new[] { Indicators.EncountersBetweenPorts, Indicators.EncountersAtPorts, Indicators.Expulsions, Indicators.BorderReturns })
            {
                Add(events, border.Id, EventsPerMonth, SeriesKind.Flow, owner, all);
            }

            foreach (var persons in new[] { Indicators.Removals, Indicators.Evasions, Indicators.IrregularArrivals, Indicators.Deaths })
            {
                Add(persons, border.Id, PersonsPerMonth, SeriesKind.Flow, owner, all);
            }

            foreach (var n in all)
            {
                Add(new SeriesInfo(
                    new SeriesKey(Indicators.PerceivedSuccess, border.Id, _world.Nationalities[n].Code), "share", SeriesKind.Stock, owner, false));
            }
        }
    }

    private void AddCountries()
    {
        foreach (var group in RouteGeometry.ReturningFrom(_world).GroupBy(p => p.Country))
        {
            var nationalities = group.Select(p => p.Nationality).ToArray();
            var code = _world.Countries[group.Key].Code;
            var owner = CountryParticipant(group.Key);
            Add(Indicators.SentHome, code, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
            if (IsTransitCountry(group.Key))
            {
                Add(Indicators.GivingUp, code, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
                Add(Indicators.SettledOnTheWay, code, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
                Add(Indicators.TransitDetections, code, EventsPerMonth, SeriesKind.Flow, owner, nationalities);
                Add(Indicators.Protected, code, PersonsPerMonth, SeriesKind.Flow, owner, nationalities);
                Add(Indicators.InTransit, code, Persons, SeriesKind.Stock, owner, nationalities);
            }
        }
    }

    private bool IsTransitCountry(int country) => _world.Routes.Any(route =>
        Enumerable.Range(0, route.Legs.Count + 1).Any(step => RouteGeometry.CountryOfStep(_world, route, step) == country));

    private void AddRoutes()
    {
        foreach (var route in _world.Routes)
        {
            var owner = CountryParticipant(_world.Borders[route.Border].Destination);
            foreach (var n in route.Users.Select(u => u.Nationality))
            {
                Add(new SeriesInfo(
                    new SeriesKey(Indicators.Awareness, route.Id, _world.Nationalities[n].Code), "share", SeriesKind.Stock, owner, false));
            }
        }
    }

    private void AddInstruments()
    {
        for (var i = 0; i < _world.Instruments.Count; i++)
        {
            var instrument = _world.Instruments[i];
            foreach (var provision in instrument.Provisions)
            {
                var where = $"{instrument.Id}/{provision.Id}";
                Add(Indicators.Delivery, where, "share", SeriesKind.Stock, i, [], instrument.IsAgreement);
                AddLedger(i, where, _world.Slots[provision.Size].Unit, instrument.IsAgreement);
                Add(Indicators.Cost, where, CostPerMonth, SeriesKind.Flow, i, [], provision.Payer >= 0);
            }

            foreach (var payer in instrument.Provisions.Select(p => p.Payer).Where(p => p >= 0).Distinct().Order())
            {
                Add(Indicators.Spending, instrument.With(_world.Countries[payer]), CostPerMonth, SeriesKind.Flow, i, []);
            }

            foreach (var rule in instrument.Compliance)
            {
                Add(Indicators.Compliance, instrument.With(_world.Countries[rule.Party]), "share", SeriesKind.Stock, i, []);
            }
        }
    }

    /// <summary>Promised and delivered: what is counted per month is summed over months, anything else is a level.</summary>
    private void AddLedger(int participant, string where, string unit, bool isHeadline)
    {
        var kind = unit.EndsWith("/month", StringComparison.Ordinal) || unit == PersonsPerYear ? SeriesKind.Flow : SeriesKind.Stock;
        unit = unit == PersonsPerYear ? PersonsPerMonth : unit;
        Add(Indicators.Promised, where, unit, kind, participant, [], isHeadline);
        Add(Indicators.Delivered, where, unit, kind, participant, [], isHeadline);
    }
}
