using CorridorSim.Model;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Worlds;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Texts;

namespace CorridorSim.Scenarios.Worlds;

/// <summary>Turns the tables of a world into countries, communities, routes, channels and their inputs.</summary>
internal sealed class WorldReader
{
    private static readonly string[] Figures = ["population", "income-per-head", "protection-places"];

    private readonly WorldDraft _world;
    private readonly WorldTables _tables;
    private readonly WorldSlots _slots;
    private readonly DiagnosticBag _bag;

    public WorldReader(WorldDraft world, WorldTables tables, DiagnosticBag bag)
    {
        _world = world;
        _tables = tables;
        _slots = new WorldSlots(world, tables);
        _bag = bag;
    }

    /// <summary>Reads in the order in which tables refer to each other, and stops where later tables would only repeat a mistake.</summary>
    public void Read()
    {
        var routes = new RouteReader(_world, _tables, _slots);
        Action[][] stages =
        [
            [_tables.CheckIdentifiers],
            [ReadParameters, ReadFigures],
            [ReadCountries],
            [ReadNationalities],
            [ReadDiasporas, ReadTransitReturns, routes.ReadLegs, routes.ReadBorders, () => Unless(_bag.HasErrors, routes.ReadRoutes), new ChannelReader(_world, _tables, _slots).Read, new ProcedureReader(_world, _tables, _slots).Read],
            [_slots.CheckUnused],
        ];
        foreach (var read in stages.TakeWhile(_ => !_bag.HasErrors).SelectMany(s => s))
        {
            read();
        }
    }

    private static void Unless(bool wrong, Action read)
    {
        if (!wrong)
        {
            read();
        }
    }

    private void ReadParameters()
    {
        foreach (var row in _tables["parameters"].Rows)
        {
            var (minimum, maximum) = (row.Number("minimum"), row.Number("maximum"));
            if (minimum > maximum)
            {
                row.Report("maximum", "the maximum lies below the minimum; swap them or mend one");
                continue;
            }

            var value = row.Number("value", minimum, maximum);
            if (DistributionText.Parse(row.Text("distribution"), value, out var error) is not { } distribution)
            {
                row.Report("distribution", error);
                continue;
            }

            _slots.Add(row, "path", row.Text("path"), row.Text("unit"), distribution, minimum, maximum, row.Text("meaning"));
        }

        _world.Behaviour = BehaviourParameters.Of(_slots);
    }

    private void ReadFigures()
    {
        string[] countries = [.. _tables["countries"].Rows.Select(r => r.Text("code"))];
        foreach (var row in _tables["figures"].Rows)
        {
            row.Index("country", countries, "country");
            row.Index("figure", Figures, "figure");
            _slots.Add(row, $"countries.{row.Text("country")}.{row.Text("figure")}", "value", row.Text("unit"), 0, double.PositiveInfinity, $"{row.Text("figure")} of {row.Text("country")}, {row.Text("year")}");
        }
    }

    private void ReadCountries()
    {
        foreach (var row in _tables["countries"].Rows)
        {
            var code = row.Text("code");
            var places = _slots.Optional($"countries.{code}.protection-places", Units.PersonsPerMonth, $"protection or regularisation places for people in transit in {code}");
            var country = new Country(
                code,
                row.Text("name"),
                row.Number("latitude", -90, 90),
                row.Number("longitude", -180, 180),
                _slots.Find($"countries.{code}.income-per-head"),
                _slots.Find($"countries.{code}.population"),
                places,
                _slots.Find("behaviour.protection-uptake"));
            _world.Countries.Add(_slots.Complete(country, row, $"countries.{code}", code));
        }

        foreach (var row in _tables["places"].Rows)
        {
            _world.Places.Add(new Place(row.Text("id"), row.Country("country", _world.CountryCodes)));
        }
    }

    private void ReadNationalities()
    {
        var codes = _tables["nationalities"].Rows.Select(r => r.Text("code")).ToArray();
        foreach (var row in _tables["communities"].Rows)
        {
            var country = row.Country("country", _world.CountryCodes);
            var nationality = row.Index("nationality", codes, "nationality");
            var kind = row.Text("kind");
            if (kind is not ("home" or "hosted"))
            {
                row.Report("kind", $"unknown kind '{kind}'; use home or hosted");
                kind = "home";
            }

            var path = $"communities.{row.Text("nationality")}@{row.Text("country")}.persons";
            _world.Communities.Add(new Community(
                country,
                nationality,
                _slots.Add(row, path, "persons", Units.Persons, 0, 5e9, $"people of {row.Text("nationality")} living in {row.Text("country")}"),
                _slots.Find($"communities.{kind}.ready-share"),
                _slots.Find("communities.renewal-rate")));
        }

        foreach (var row in _tables["nationalities"].Rows)
        {
            var code = row.Text("code");
            var home = row.Index("home", _world.CountryCodes, "country");
            var nationality = Array.IndexOf(codes, code);
            var community = _world.Communities.ToList().FindIndex(c => c.Country.Index == home && c.Nationality == nationality);
            if (community < 0)
            {
                row.Report("home", $"there is no community of {code} at home in {row.Text("home")}; add it to communities.csv");
            }

            var push = _world.Slots.Add(new InputSlot(
                $"nationality.{code}.push", Units.LogUnits, Distribution.Constant(0), -10, 10, $"push on {code}; measures and events add to it", InputBasis.Assumed, "zero by definition: the level is in the pull", "high"));
            var people = new Nationality(
                code, new CommunityIndex(Math.Max(0, community)), _slots.Find($"nationality.{code}.pull"), _slots.Find($"nationality.{code}.shock-spread", "behaviour.shock-spread"), _slots.Find("behaviour.shock-persistence"), push);
            _world.Nationalities.Add(_slots.Complete(people, row, $"nationality.{code}", code));
        }
    }

    private void ReadTransitReturns()
    {
        foreach (var row in _tables["transit-returns"].Rows)
        {
            var country = row.Index("country", _world.CountryCodes, "country");
            var nationality = row.Index("nationality", _world.NationalityCodes, "nationality");
            var (code, people) = (row.Text("country"), row.Text("nationality"));
            var slot = _slots.OfLever(row, $"countries.{code}.transit-return-share.{people}", "share", "transit-return-share", $"share of {people} detected in transit in {code} who are sent home");
            if (country < 0 || nationality < 0)
            {
                continue;
            }

            var known = _world.Countries[country].ReturnShares;
            Slot?[] shares = known.Count > 0 ? [.. known] : [.. Enumerable.Repeat<Slot?>(null, _world.Nationalities.Count)];
            shares[nationality] = slot;
            _world.Countries[country] = _world.Countries[country] with { ReturnShares = shares };
        }
    }

    private void ReadDiasporas()
    {
        foreach (var row in _tables["diasporas"].Rows)
        {
            _world.Diasporas.Add(new Diaspora(
                row.Country("country", _world.CountryCodes),
                row.Index("nationality", _world.NationalityCodes, "nationality"),
                _slots.Add(row, $"diasporas.{row.Text("nationality")}@{row.Text("country")}.persons", "persons", Units.Persons, 0, 5e9, $"people born in {row.Text("nationality")} who live in {row.Text("country")} at the start")));
        }
    }
}
