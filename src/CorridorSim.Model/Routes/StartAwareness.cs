using System.Runtime.Intrinsics;
using CorridorSim.Model.Borders;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// The first state of routes, pinned to the flow observed before the start: the awareness at which the model's choice gives
/// these departures, or at which they give these encounters at the border, and the people then on the way and waiting
/// (flow times mean duration).
/// </summary>
internal sealed class StartAwareness
{
    private const int Iterations = 40;
    private const double LowestAwareness = 1e-9;

    private readonly WorldPlan _world;
    private readonly LaneTable _inputs;
    private readonly LaneTable _awareness;
    private readonly LaneTable _flows;
    private readonly LaneTable _waiting;
    private readonly int[] _firstUser;
    private readonly int[] _firstEntry;

    private StartAwareness(WorldPlan world, LaneTable inputs)
    {
        _world = world;
        _inputs = inputs;
        _firstUser = Offsets(world, r => r.Users.Count);
        _firstEntry = Offsets(world, r => r.Entries.Count);
        _awareness = new LaneTable(_firstUser[^1], inputs.Lanes);
        _flows = new LaneTable(_firstEntry[^1], inputs.Lanes);
        _waiting = new LaneTable(world.Borders.Count * world.Nationalities.Count, inputs.Lanes);
    }

    /// <summary>Finds the start for all lanes.</summary>
    public static StartAwareness Solve(WorldPlan world, LaneTable inputs)
    {
        var start = new StartAwareness(world, inputs);
        for (var n = 0; n < world.Nationalities.Count; n++)
        {
            var options = start.OptionsOf(n);
            for (var octet = 0; octet < inputs.Octets && options.Count > 0; octet++)
            {
                start.Solve(n, options, octet);
            }
        }

        return start;
    }

    /// <summary>Awareness of a route's user.</summary>
    public LaneVector Awareness(int route, int user, int octet) => _awareness[_firstUser[route] + user, octet];

    /// <summary>People on their way to the route at the start.</summary>
    public LaneVector AccessStock(int route, int entry, int octet) =>
        _flows[_firstEntry[route] + entry, octet]
            * (_inputs[_world.Routes[route].Entries[entry].AccessDays, octet] / LaneMath.Of(LaneMath.DaysPerMonth));

    /// <summary>People who wait at a border at the start.</summary>
    public LaneVector WaitingStock(int border, int nationality, int octet) =>
        _waiting[(border * _world.Nationalities.Count) + nationality, octet];

    /// <summary>People at a step of the route at the start, when all who set out before it get that far.</summary>
    public LaneVector TransitStock(int route, int step, int user, int octet)
    {
        var plan = _world.Routes[route];
        var flow = LaneVector.Zero;
        for (var e = 0; e < plan.Entries.Count; e++)
        {
            var entry = plan.Entries[e];
            if (entry.Step <= step && _world.Communities[entry.Community].Nationality == plan.Users[user].Nationality)
            {
                flow += _flows[_firstEntry[route] + e, octet];
            }
        }

        return flow * (_inputs[_world.Legs[plan.Legs[step]].Days, octet] / LaneMath.Of(LaneMath.DaysPerMonth));
    }

    private static int[] Offsets(WorldPlan world, Func<Route, int> count)
    {
        var offsets = new int[world.Routes.Count + 1];
        for (var r = 0; r < world.Routes.Count; r++)
        {
            offsets[r + 1] = offsets[r] + count(world.Routes[r]);
        }

        return offsets;
    }

    private List<Option> OptionsOf(int nationality)
    {
        var options = new List<Option>();
        for (var r = 0; r < _world.Routes.Count; r++)
        {
            var user = RouteGeometry.UserOf(_world.Routes[r], nationality);
            for (var e = 0; e < _world.Routes[r].Entries.Count; e++)
            {
                var community = _world.Routes[r].Entries[e].Community;
                if (_world.Communities[community].Nationality == nationality && user >= 0)
                {
                    options.Add(new Option(r, user, e, community));
                }
            }
        }

        return options;
    }

    /// <summary>
    /// Fixed point on ln A, per route: ln A += 0.7 (ln observed - ln modelled). Converges because departures grow with
    /// awareness less than twice as fast.
    /// </summary>
    private void Solve(int nationality, List<Option> options, int octet)
    {
        var awareness = options.Select(o => (o.Route, o.User)).Distinct().ToDictionary(k => k, _ => LaneMath.Of(Math.Log(1e-3)));
        var utilities = options.Select(o => BaseUtility(nationality, o, octet)).ToArray();
        var survival = options.Select(o => LegsFrom(_world.Routes[o.Route], _world.Routes[o.Route].Entries[o.Entry].Step, octet).Success).ToArray();
        var borders = options.Select(o => _world.Routes[o.Route].Border).Distinct().ToDictionary(b => b, b => new BorderStart(_world, _inputs, b, nationality, octet));
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            Depart(options, utilities, awareness, octet);
            Arrive(options, survival, borders, octet);
            foreach (var (route, user) in awareness.Keys)
            {
                var plan = _world.Routes[route];
                var modelled = LaneVector.Zero;
                foreach (var (option, i) in options.Select((o, i) => (o, i)).Where(p => p.o.Route == route))
                {
                    var persons = _flows[_firstEntry[route] + option.Entry, octet];
                    modelled += plan.Users[user].CountedAtBorder ? persons * survival[i] * borders[plan.Border].EncountersPerArrival : persons;
                }

                var observed = _inputs[_world.Routes[route].Users[user].StartFlow, octet];
                var step = LaneMath.Of(0.7) * (LaneMath.SafeLog(observed) - LaneMath.SafeLog(modelled));
                awareness[(route, user)] = LaneMath.Clamp(awareness[(route, user)] + step, Math.Log(LowestAwareness), 0);
            }
        }

        Depart(options, utilities, awareness, octet);
        Arrive(options, survival, borders, octet);
        foreach (var (border, start) in borders)
        {
            _waiting[(border * _world.Nationalities.Count) + nationality, octet] = start.Waiting;
        }

        foreach (var ((route, user), log) in awareness)
        {
            _awareness[_firstUser[route] + user, octet] = LaneMath.SafeExp(log);
        }
    }

    /// <summary>Tells each border how many reach it.</summary>
    private void Arrive(List<Option> options, LaneVector[] survival, Dictionary<int, BorderStart> borders, int octet)
    {
        foreach (var (border, start) in borders)
        {
            var arriving = LaneVector.Zero;
            foreach (var (option, i) in options.Select((o, i) => (o, i)).Where(p => _world.Routes[p.o.Route].Border == border))
            {
                arriving += _flows[_firstEntry[option.Route] + option.Entry, octet] * survival[i];
            }

            start.Settle(arriving);
        }
    }

    private void Depart(List<Option> options, LaneVector[] utilities, Dictionary<(int Route, int User), LaneVector> awareness, int octet)
    {
        var behaviour = _world.Behaviour;
        var rho = _inputs[behaviour.RouteScale, octet];
        foreach (var group in options.Select((option, i) => (option, i)).GroupBy(p => p.option.Community))
        {
            var nest = LaneVector.Zero;
            foreach (var (option, i) in group)
            {
                nest += LaneMath.SafeExp((utilities[i] + awareness[(option.Route, option.User)]) / rho);
            }

            var community = _world.Communities[group.Key];
            var odds = LaneMath.SafeExp(rho * LaneMath.SafeLog(nest));
            var leaving = _inputs[community.Persons, octet] * _inputs[community.ReadyShare, octet] * odds / (LaneVector.One + odds);
            foreach (var (option, i) in group)
            {
                var weight = LaneMath.SafeExp((utilities[i] + awareness[(option.Route, option.User)]) / rho);
                _flows[_firstEntry[option.Route] + option.Entry, octet] = leaving * LaneMath.Ratio(weight, nest);
            }
        }
    }

    private LaneVector BaseUtility(int nationality, Option option, int octet)
    {
        var behaviour = _world.Behaviour;
        var route = _world.Routes[option.Route];
        var entry = route.Entries[option.Entry];
        var border = _world.Borders[route.Border];
        var regime = border.Regimes[nationality];
        var eta = _inputs[behaviour.ArrivalElasticity, octet];
        var outcome = new BorderOutcome(
            _inputs[regime.Evasion, octet], _inputs[regime.ExpulsionShare, octet], _inputs[regime.ReleaseShare, octet], _inputs[regime.RetryShare, octet]);
        var income = LaneMath.SafeLog(
            _inputs[_world.Countries[border.Destination].IncomePerHead, octet]
            / _inputs[_world.Countries[_world.Communities[option.Community].Country].IncomePerHead, octet]);
        var (cost, success) = LegsFrom(route, entry.Step, octet);
        var person = _world.Nationalities[nationality];
        return _inputs[person.Pull, octet]
            + _inputs[person.Push, octet]
            + (eta * LaneMath.SafeLog(outcome.Success))
            + (_inputs[behaviour.IncomeElasticity, octet] * income)
            + TransitAppeal.Of(eta, success)
            - (_inputs[behaviour.CostSensitivity, octet] * (cost + _inputs[entry.AccessCost, octet]))
            - (_inputs[behaviour.VisaPenalty, octet] * _inputs[route.Users[option.User].VisaRequired, octet])
            - _inputs[route.Dread, octet];
    }

    private (LaneVector Cost, LaneVector Success) LegsFrom(Route route, int step, int octet)
    {
        var cost = LaneVector.Zero;
        var success = LaneVector.One;
        foreach (var leg in route.Legs.Skip(step).Select(l => _world.Legs[l]))
        {
            cost += _inputs[leg.Cost, octet];
            success *= _inputs[leg.Openness, octet]
                * (LaneVector.One - (_inputs[leg.Detection, octet] * _inputs[leg.GiveUpShare, octet]))
                * (LaneVector.One - _inputs[leg.DeathProbability, octet]);
        }

        return (cost, success);
    }

    private sealed record Option(int Route, int User, int Entry, int Community);
}
