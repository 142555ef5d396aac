using CorridorSim.Model.Indices;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Engine;

/// <summary>Lists every series that the participants of a world can measure.</summary>
internal sealed class SeriesCatalogue
{
    private static readonly string[] ProcedureFlows =
    [
        Indicators.Claims, Indicators.ClaimsReopened, Indicators.ClaimWithdrawals, Indicators.FirstDecisions, Indicators.ClaimGrants, Indicators.ClaimRefusals,
        Indicators.AppealsLodged, Indicators.AppealsDetermined, Indicators.AppealsAllowed, Indicators.ClaimReturns,
    ];

    private readonly WorldPlan _world;
    private readonly List<SeriesInfo> _series = [];
    private readonly HashSet<SeriesKey> _known = [];

    private SeriesCatalogue(WorldPlan world) => _world = world;

    public static IReadOnlyList<SeriesInfo> Of(WorldPlan world)
    {
        var catalogue = new SeriesCatalogue(world);
        catalogue.AddChannels();
        catalogue.AddPassages();
        catalogue.AddBorders();
        catalogue.AddCountries();
        catalogue.AddRoutes();
        catalogue.AddProcedures();
        catalogue.AddInstruments();
        return catalogue._series;
    }

    private int CountryParticipant(CountryIndex country) => _world.Instruments.Count + country.Index;

    private void Add(string variable, string where, int participant, IEnumerable<int> nationalities, bool headline = true, string? unit = null)
    {
        Add(Info(variable, where, SeriesKey.All, participant, headline, unit));
        foreach (var n in nationalities.Distinct().Order())
        {
            Add(Info(variable, where, _world.Nationalities[n].Code, participant, false, unit));
        }
    }

    /// <summary>A series with the unit of its indicator, or that of the lever it belongs to.</summary>
    private static SeriesInfo Info(string variable, string where, string nationality, int participant, bool headline = false, string? unit = null)
    {
        unit ??= IndicatorCatalogue.Of(variable).Unit;
        return new SeriesInfo(new SeriesKey(variable, where, nationality), unit, Indicator.KindOf(unit), participant, headline);
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
            var nationalities = channel.Lots.SelectMany(l => l.Communities).Select(c => _world.Communities[c.Index].Nationality).ToArray();
            Add(channel.IsDisplacement ? Indicators.Displacements : Indicators.Admissions, channel.Id, owner, nationalities, !channel.IsDisplacement);
            if (!channel.IsNamed)
            {
                Add(Indicators.Applications, channel.Id, owner, nationalities);
                Add(Indicators.Refusals, channel.Id, owner, nationalities);
            }

            if (!channel.IsNamed && channel.ArrivalMonths is not null)
            {
                Add(Indicators.Approvals, channel.Id, owner, nationalities);
            }

            // Where people are named and nobody named earlier waits, there is no queue of persons and no wait.
            if (!channel.IsNamed || channel.Backlogs.Count > 0)
            {
                Add(Indicators.Withdrawals, channel.Id, owner, nationalities);
                Add(Indicators.Queue, channel.Id, owner, nationalities);
                Add(Indicators.Wait, channel.Id, owner, []);
                Add(Indicators.MeanWait, channel.Id, owner, []);
            }

            foreach (var lot in channel.Lots.Where(l => l.Terms is { IsCounted: true }))
            {
                Add(Indicators.PlacesTaken, lot.Id, owner, [], false);
            }

            if (channel.Lots.Any(l => l.IsForSeason()))
            {
                Add(Indicators.SeasonalWorkers, channel.Id, owner, nationalities);
                Add(Indicators.SeasonalReturns, channel.Id, owner, nationalities);
            }
        }
    }

    private void AddPassages()
    {
        foreach (var route in _world.Routes)
        {
            var users = route.Users.Select(u => u.Nationality).ToArray();
            foreach (var leg in route.Legs.Select(l => _world.Legs[l.Index]))
            {
                var owner = CountryParticipant(_world.Places[leg.Origin].Country);
                if (RouteGeometry.Passage(_world, leg) is { } passage)
                {
                    Add(Indicators.IrregularEntries, passage, owner, users);
                }

                if (leg.Readmission is not null)
                {
                    Add(Indicators.Readmissions, RouteGeometry.Passage(_world, leg) ?? leg.Id, owner, users, false);
                }

                Add(Indicators.Deaths, RouteGeometry.Passage(_world, leg) ?? leg.Id, owner, users);
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
                Add(events, border.Id, owner, all);
            }

            foreach (var persons in new[] { Indicators.Removals, Indicators.Evasions, Indicators.IrregularArrivals, Indicators.Deaths })
            {
                Add(persons, border.Id, owner, all);
            }

            // Who has no route to a border perceives nothing of it.
            foreach (var n in all.Where(n => _world.Routes.Any(r => _world.Borders[r.Border] == border && RouteGeometry.UserOf(r, n) >= 0)))
            {
                Add(Info(Indicators.PerceivedSuccess, border.Id, _world.Nationalities[n].Code, owner));
            }
        }
    }

    private void AddCountries()
    {
        foreach (var group in RouteGeometry.ReturningFrom(_world).GroupBy(p => p.Country))
        {
            var nationalities = group.Select(p => p.Nationality).ToArray();
            var code = _world.Countries[group.Key.Index].Code;
            var owner = CountryParticipant(group.Key);
            var (isOrigin, isTransit) = (LegBeginsIn(group.Key), IsTransitCountry(group.Key));

            // A place where people only wait sends nobody home, and nobody is detected or settles there.
            AddIf(isOrigin || _world.Routes.Any(r => _world.Borders[r.Border].Destination == group.Key), Indicators.SentHome);
            AddIf(isTransit, Indicators.GivingUp);
            AddIf(isOrigin, Indicators.SettledOnTheWay);
            AddIf(isOrigin, Indicators.TransitDetections);
            AddIf(isTransit, Indicators.Protected);
            AddIf(isTransit, Indicators.InTransit);

            void AddIf(bool isMeasured, string variable)
            {
                if (isMeasured)
                {
                    Add(variable, code, owner, nationalities);
                }
            }
        }
    }

    private bool LegBeginsIn(CountryIndex country) => _world.Routes.Any(route => route.Legs.Any(l => _world.Places[_world.Legs[l.Index].Origin].Country == country));

    private bool IsTransitCountry(CountryIndex country) => _world.Routes.Any(route =>
        Enumerable.Range(0, route.Legs.Count + 1).Any(step => RouteGeometry.CountryOfStep(_world, route, step) == country));

    private void AddRoutes()
    {
        foreach (var route in _world.Routes)
        {
            var owner = CountryParticipant(_world.Borders[route.Border].Destination);
            foreach (var n in route.Users.Select(u => u.Nationality))
            {
                Add(Info(Indicators.Awareness, route.Id, _world.Nationalities[n].Code, owner));
            }
        }
    }

    private void AddProcedures()
    {
        foreach (var procedure in _world.Procedures)
        {
            var owner = CountryParticipant(procedure.Country);
            var nationalities = procedure.Nationals.Select(n => n.Nationality).ToArray();
            foreach (var flow in ProcedureFlows)
            {
                Add(flow, procedure.Id, owner, nationalities);
            }

            foreach (var stock in new[] { Indicators.ClaimsWaiting, Indicators.AppealsWaiting, Indicators.RefusedHere })
            {
                Add(stock, procedure.Id, owner, nationalities);
            }

            Add(Indicators.TrainedStaff, procedure.Id, owner, []);
            foreach (var way in procedure.Ways)
            {
                var users = way.Users.Select(u => procedure.Nationals[u.National].Nationality).ToArray();
                Add(Indicators.WayArrivals, way.Id, owner, users);
                Add(Indicators.TurnedBack, way.Id, owner, users);
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
                Add(Indicators.Delivery, where, i, [], instrument.IsAgreement);
                AddLedger(i, where, _world.Slots[provision.Size.Index].Unit, instrument.IsAgreement);
                Add(Indicators.Cost, where, i, [], provision.Payer is not null);
            }

            foreach (var payer in instrument.Provisions.Select(p => p.Payer).OfType<CountryIndex>().Distinct().Order())
            {
                Add(Indicators.Spending, instrument.With(_world.Countries[payer.Index].Code), i, []);
            }

            foreach (var rule in instrument.Compliance)
            {
                Add(Indicators.Compliance, instrument.With(_world.Countries[rule.Party.Index].Code), i, []);
            }
        }
    }

    /// <summary>Promised and delivered: what is counted per month is summed over months, anything else is a level.</summary>
    private void AddLedger(int participant, string where, string unit, bool isHeadline)
    {
        unit = unit == Units.PersonsPerYear ? Units.PersonsPerMonth : unit;
        Add(Indicators.Promised, where, participant, [], isHeadline, unit);
        Add(Indicators.Delivered, where, participant, [], isHeadline, unit);
    }
}
