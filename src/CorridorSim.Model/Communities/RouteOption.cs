using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Communities;

/// <summary>A route that a community may take, and its people on the way to the place where they join it.</summary>
internal sealed class RouteOption
{
    private readonly CountryContext _context;
    private readonly WireAddress _routeAppeal;
    private readonly WireAddress _stepAppeal;
    private readonly WireAddress? _travelling;
    private readonly int _inflowRow;
    private readonly int _access;
    private readonly Border _border;
    private readonly Func<InputRow>[] _handles;
    private readonly LaneTable _advantage;
    private InputRow _accessDays;
    private InputRow _accessCost;
    private InputRow _costSensitivity;
    private InputRow _incomeElasticity;

    private RouteOption(CountryContext context, Transit transit, int r, RouteEntry entry, int entryIndex)
    {
        var route = context.World.Routes[r];
        var community = context.World.Communities[entry.Community];
        var user = RouteGeometry.UserOf(route, community.Nationality);
        _context = context;
        _border = context.World.Borders[route.Border];
        _routeAppeal = context.Mail.Incoming(new WireRow(RowKind.RouteAppeal, r, user))[0];
        _stepAppeal = context.Mail.Incoming(new WireRow(RowKind.StepAppeal, r, entry.Step))[0];
        var isHere = RouteGeometry.CountryOfStep(context.World, route, entry.Step) == context.Country;
        _travelling = isHere ? null : context.Mail.Outgoing(new WireRow(RowKind.Travelling, r, entry.Step, user));
        _inflowRow = isHere ? transit.InflowRow(r, entry.Step, user) : -1;
        _access = context.PersonRow(o => context.Block.StartFlows.AccessStock(r, entryIndex, o));
        _advantage = new LaneTable(1, context.Block.Inputs.Lanes);
        _handles =
        [
            context.Policy.Handle(entry.AccessDays),
            context.Policy.Handle(entry.AccessCost),
            context.Policy.Handle(context.World.Behaviour.CostSensitivity),
            context.Policy.Handle(context.World.Behaviour.IncomeElasticity),
        ];
    }

    /// <summary>exp(U / rho), set by <see cref="Weigh"/>.</summary>
    public LaneVector Weight { get; private set; }

    /// <summary>True when the destination has told how the route fares.</summary>
    public bool HasNews => _context.Mail.HasArrived(_routeAppeal);

    /// <summary>The routes that a community may take, in order of route.</summary>
    public static IEnumerable<RouteOption> Of(CountryContext context, Transit transit, int community)
    {
        for (var r = 0; r < context.World.Routes.Count; r++)
        {
            var entries = context.World.Routes[r].Entries;
            for (var e = 0; e < entries.Count; e++)
            {
                if (entries[e].Community == community)
                {
                    yield return new RouteOption(context, transit, r, entries[e], e);
                }
            }
        }
    }

    /// <summary>Takes the input handles and works out what does not change: the gain in income.</summary>
    public void Start()
    {
        (_accessDays, _accessCost) = (_handles[0](), _handles[1]());
        (_costSensitivity, _incomeElasticity) = (_handles[2](), _handles[3]());
        var inputs = _context.Block.Inputs;
        var there = _context.World.Countries[_border.Destination].IncomePerHead;
        var here = _context.World.Countries[_context.Country].IncomePerHead;
        for (var octet = 0; octet < inputs.Octets; octet++)
        {
            _advantage[0, octet] = _incomeElasticity[octet] * LaneMath.SafeLog(inputs[there, octet] / inputs[here, octet]);
        }
    }

    /// <summary>exp(U / rho) of the route for this community.</summary>
    public LaneVector Weigh(int octet, LaneVector wish, LaneVector rho)
    {
        var appeal = _context.Mail.Read(_routeAppeal, octet) + _context.Mail.Read(_stepAppeal, octet);
        var utility = wish + appeal + _advantage[0, octet] - (_costSensitivity[octet] * _accessCost[octet]);
        Weight = LaneMath.SafeExp(utility / rho);
        return Weight;
    }

    /// <summary>People set out.</summary>
    public void Depart(int octet, LaneVector persons) => _context.State.Add(_access, octet, persons);

    /// <summary>People on the way to the route reach it, after the access days in the mean.</summary>
    public void Travel(int octet)
    {
        var months = _accessDays[octet] / LaneMath.Of(LaneMath.DaysPerMonth);
        var arriving = _context.State[_access, octet] * LaneMath.OutflowShare(months);
        _context.State.Add(_access, octet, -arriving);
        if (_travelling is { } address)
        {
            _context.Mail.Write(address, octet, arriving);
        }
        else
        {
            _context.State.Add(_inflowRow, octet, arriving);
        }
    }
}
