using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Start;

/// <summary>
/// The start of one nationality, eight lanes at a time: a fixed point on ln A per route, ln A += 0.7 (ln observed - ln modelled).
/// It converges because departures grow with awareness less than twice as fast.
/// </summary>
internal sealed class NationalStart
{
    private const int Iterations = 40;
    private const double LowestAwareness = 1e-9;
    private const double FirstAwareness = 1e-3;
    private const double Damping = 0.7;

    private readonly WorldPlan _world;
    private readonly InputTable _inputs;
    private readonly Option[] _options;
    private readonly Known[] _known;
    private readonly Home[] _homes;
    private readonly int[] _borders;
    private readonly BorderStart[] _starts;
    private LaneVector _highest;

    /// <summary>Looks up what the nationality may do.</summary>
    public NationalStart(WorldPlan world, InputTable inputs, int nationality)
    {
        (_world, _inputs, Nationality) = (world, inputs, nationality);
        var found = Found(world, nationality);
        var routes = found.Select(f => (f.Route, f.User)).Distinct().ToList();
        _borders = [.. found.Select(f => world.Routes[f.Route.Index].Border).Distinct()];
        _options = [.. found.Select(f => new Option(f.Route, f.User, f.Entry, f.Community, routes.IndexOf((f.Route, f.User))))];
        _known = [.. routes.Select((r, k) => new Known(r.Route, r.User, Array.IndexOf(_borders, world.Routes[r.Route.Index].Border), _options.Where(o => o.Known == k)))];
        _homes = [.. _options.GroupBy(o => o.Community).Select(g => new Home(world.Communities[g.Key.Index], [.. g]))];
        _starts = new BorderStart[_borders.Length];
    }

    /// <summary>The nationality.</summary>
    public int Nationality { get; }

    /// <summary>True when it uses no route.</summary>
    public bool IsEmpty => _options.Length == 0;

    /// <summary>Awareness of each route that it uses.</summary>
    public IEnumerable<(RouteIndex Route, int User, LaneVector Awareness)> Awareness => _known.Select(k => (k.Route, k.User, LaneMath.SafeExp(k.LogAwareness)));

    /// <summary>Who sets out at each entry, persons a month.</summary>
    public IEnumerable<(RouteIndex Route, int Entry, LaneVector Flow)> Flows => _options.Select(o => (o.Route, o.Entry, o.Flow));

    /// <summary>People who wait at each border.</summary>
    public IEnumerable<(int Border, LaneVector Persons)> Waiting => _borders.Select((b, i) => (b, _starts[i].Waiting));

    /// <summary>Finds the start of eight lanes.</summary>
    public void Solve(int octet)
    {
        foreach (var option in _options)
        {
            option.Utility = BaseUtility(option, octet);
            option.Survival = LegsFrom(_world.Routes[option.Route.Index], _world.Routes[option.Route.Index].Entries[option.Entry].Step, octet).Success;
        }

        _highest = LaneMath.SafeLog(AwarenessCeiling.Of(_world, _inputs, Nationality, octet));
        for (var b = 0; b < _borders.Length; b++)
        {
            _starts[b] = new BorderStart(_world, _inputs, _borders[b], Nationality, octet);
        }

        foreach (var route in _known)
        {
            route.LogAwareness = LaneVector.Min(LaneMath.Of(Elementary.Log(FirstAwareness)), _highest);
            route.LogObserved = LaneMath.SafeLog(_inputs[_world.Routes[route.Route.Index].Users[route.User].StartFlow, octet]);
        }

        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Depart(octet);
            Arrive();
            foreach (var route in _known)
            {
                Correct(route);
            }
        }

        Depart(octet);
        Arrive();
    }

    private void Depart(int octet)
    {
        var rho = _inputs[_world.Behaviour.RouteScale, octet];
        foreach (var home in _homes)
        {
            var nest = LaneVector.Zero;
            foreach (var option in home.Options)
            {
                option.Weight = MovingChoice.Weight(option.Utility + _known[option.Known].LogAwareness, rho);
                nest += option.Weight;
            }

            var leaving = MovingChoice.Leaving(
                _inputs[home.Community.Persons, octet] * _inputs[home.Community.ReadyShare, octet], MovingChoice.Odds(rho, nest));
            foreach (var option in home.Options)
            {
                option.Flow = leaving * LaneMath.Ratio(option.Weight, nest);
            }
        }
    }

    /// <summary>Tells each border how many reach it.</summary>
    private void Arrive()
    {
        for (var b = 0; b < _borders.Length; b++)
        {
            var arriving = LaneVector.Zero;
            foreach (var option in _options)
            {
                if (_known[option.Known].Border == b)
                {
                    arriving += option.Flow * option.Survival;
                }
            }

            _starts[b].Settle(arriving);
        }
    }

    private void Correct(Known route)
    {
        var isCountedAtBorder = _world.Routes[route.Route.Index].Users[route.User].CountedAtBorder;
        var modelled = LaneVector.Zero;
        foreach (var option in route.Options)
        {
            modelled += isCountedAtBorder ? option.Flow * option.Survival * _starts[route.Border].EncountersPerArrival : option.Flow;
        }

        var step = LaneMath.Of(Damping) * (route.LogObserved - LaneMath.SafeLog(modelled));
        route.LogAwareness = LaneVector.Min(LaneVector.Max(route.LogAwareness + step, LaneMath.Of(Elementary.Log(LowestAwareness))), _highest);
    }

    private LaneVector BaseUtility(Option option, int octet)
    {
        var behaviour = _world.Behaviour;
        var route = _world.Routes[option.Route.Index];
        var entry = route.Entries[option.Entry];
        var border = _world.Borders[route.Border];
        var regime = border.Regimes[Nationality];
        var eta = _inputs[behaviour.ArrivalElasticity, octet];
        var outcome = BorderOutcome.Of(regime, _inputs, octet);
        var income = IncomeGain.Of(
            _inputs[behaviour.IncomeElasticity, octet],
            _inputs[_world.Countries[border.Destination.Index].IncomePerHead, octet],
            _inputs[_world.Countries[_world.Communities[option.Community.Index].Country.Index].IncomePerHead, octet]);
        var (cost, success) = LegsFrom(route, entry.Step, octet);
        var person = _world.Nationalities[Nationality];
        return _inputs[person.Pull, octet]
            + _inputs[person.Push, octet]
            + (eta * LaneMath.SafeLog(outcome.Success))
            + income
            + TransitAppeal.Of(eta, success)
            - (_inputs[behaviour.CostSensitivity, octet] * (cost + _inputs[entry.AccessCost, octet]))
            - (_inputs[behaviour.VisaPenalty, octet] * _inputs[route.Users[option.User].VisaRequired, octet])
            - _inputs[route.Dread, octet];
    }

    private (LaneVector Cost, LaneVector Success) LegsFrom(Route route, int step, int octet)
    {
        var cost = LaneVector.Zero;
        var success = LaneVector.One;
        for (var s = step; s < route.Legs.Count; s++)
        {
            var leg = _world.Legs[route.Legs[s].Index];
            var returned = _world.Countries[RouteGeometry.CountryOfStep(_world, route, s).Index].ReturnShareOf(Nationality, leg);
            cost += _inputs[leg.Cost, octet];
            success *= LegOutcome.Success(_inputs[leg.Openness, octet], _inputs[leg.Detection, octet], _inputs[returned, octet], _inputs[leg.DeathProbability, octet]);
        }

        return (cost, success);
    }

    private static List<(RouteIndex Route, int User, int Entry, CommunityIndex Community)> Found(WorldPlan world, int nationality)
    {
        var found = new List<(RouteIndex Route, int User, int Entry, CommunityIndex Community)>();
        for (var r = 0; r < world.Routes.Count; r++)
        {
            var user = RouteGeometry.UserOf(world.Routes[r], nationality);
            for (var e = 0; e < world.Routes[r].Entries.Count; e++)
            {
                var community = world.Routes[r].Entries[e].Community;
                if (world.Communities[community.Index].Nationality == nationality && user >= 0)
                {
                    found.Add((new RouteIndex(r), user, e, community));
                }
            }
        }

        return found;
    }

    /// <summary>An entry of a route that a community may take.</summary>
    private sealed class Option(RouteIndex route, int user, int entry, CommunityIndex community, int known)
    {
        public RouteIndex Route => route;

        public int User => user;

        public int Entry => entry;

        public CommunityIndex Community => community;

        public int Known => known;

        public LaneVector Utility { get; set; }

        public LaneVector Survival { get; set; }

        public LaneVector Weight { get; set; }

        public LaneVector Flow { get; set; }
    }

    /// <summary>A route as the nationality knows it.</summary>
    private sealed class Known(RouteIndex route, int user, int border, IEnumerable<Option> options)
    {
        public RouteIndex Route => route;

        public int User => user;

        public int Border => border;

        public Option[] Options { get; } = [.. options];

        public LaneVector LogAwareness { get; set; }

        public LaneVector LogObserved { get; set; }
    }

    private sealed record Home(Community Community, Option[] Options);
}
