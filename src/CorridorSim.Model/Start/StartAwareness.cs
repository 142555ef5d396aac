using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Start;

/// <summary>
/// The first state of routes, pinned to the flow observed before the start: the awareness at which the model's choice gives
/// these departures, or at which they give these encounters at the border, and the people then on the way and waiting
/// (flow times mean duration).
/// </summary>
internal sealed class StartAwareness
{
    private readonly WorldPlan _world;
    private readonly InputTable _inputs;
    private readonly LaneTable _awareness;
    private readonly LaneTable _flows;
    private readonly LaneTable _waiting;
    private readonly int[] _firstUser;
    private readonly int[] _firstEntry;

    private StartAwareness(WorldPlan world, InputTable inputs)
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
    public static StartAwareness Solve(WorldPlan world, InputTable inputs)
    {
        var start = new StartAwareness(world, inputs);
        for (var n = 0; n < world.Nationalities.Count; n++)
        {
            var national = new NationalStart(world, inputs, n);
            for (var octet = 0; octet < inputs.Octets && !national.IsEmpty; octet++)
            {
                national.Solve(octet);
                start.Take(national, octet);
            }
        }

        return start;
    }

    /// <summary>Awareness of a route's user.</summary>
    public LaneVector Awareness(RouteIndex route, int user, int octet) => _awareness[_firstUser[route.Index] + user, octet];

    /// <summary>People on their way to the route at the start.</summary>
    public LaneVector AccessStock(RouteIndex route, int entry, int octet) =>
        TravelTime.Stock(_flows[_firstEntry[route.Index] + entry, octet], _inputs[_world.Routes[route.Index].Entries[entry].AccessDays, octet]);

    /// <summary>People who wait at a border at the start.</summary>
    public LaneVector WaitingStock(int border, int nationality, int octet) =>
        _waiting[(border * _world.Nationalities.Count) + nationality, octet];

    /// <summary>People at a step of the route at the start, when all who set out before it get that far.</summary>
    public LaneVector TransitStock(RouteIndex route, int step, int user, int octet)
    {
        var plan = _world.Routes[route.Index];
        var flow = LaneVector.Zero;
        for (var e = 0; e < plan.Entries.Count; e++)
        {
            var entry = plan.Entries[e];
            if (entry.Step <= step && _world.Communities[entry.Community.Index].Nationality == plan.Users[user].Nationality)
            {
                flow += _flows[_firstEntry[route.Index] + e, octet];
            }
        }

        return TravelTime.Stock(flow, _inputs[_world.Legs[plan.Legs[step].Index].Days, octet]);
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

    private void Take(NationalStart national, int octet)
    {
        foreach (var (route, user, awareness) in national.Awareness)
        {
            _awareness[_firstUser[route.Index] + user, octet] = awareness;
        }

        foreach (var (route, entry, flow) in national.Flows)
        {
            _flows[_firstEntry[route.Index] + entry, octet] = flow;
        }

        foreach (var (border, waiting) in national.Waiting)
        {
            _waiting[(border * _world.Nationalities.Count) + national.Nationality, octet] = waiting;
        }
    }
}
