using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Communities;

/// <summary>A route that a community may take, and its people on the way to the place where they join it.</summary>
internal sealed class RouteOption
{
    private readonly CountryContext _context;
    private readonly TickRow _routeAppeal;
    private readonly TickRow _stepAppeal;
    private readonly TickRow _reaching;
    private readonly int _access;
    private readonly Border _border;
    private readonly int _advantage;
    private readonly int _expense;
    private readonly int _arrivingShare;
    private readonly InputRow _accessDays;
    private readonly InputRow _accessCost;
    private readonly InputRow _costSensitivity;
    private readonly InputRow _incomeElasticity;

    private RouteOption(CountryContext context, Transit transit, RouteIndex r, RouteEntry entry, int entryIndex)
    {
        var route = context.World.Routes[r.Index];
        var community = context.World.Communities[entry.Community.Index];
        var user = RouteGeometry.UserOf(route, community.Nationality);
        _context = context;
        _border = context.World.Borders[route.Border];
        _routeAppeal = context.Mail.ReadRow(new WireRow(RowKind.RouteAppeal, r.Index, user));
        _stepAppeal = context.Mail.ReadRow(new WireRow(RowKind.StepAppeal, r.Index, entry.Step, user));
        var isHere = RouteGeometry.CountryOfStep(context.World, route, entry.Step) == context.Country;
        _reaching = isHere
            ? transit.InflowRow(r, entry.Step, user)
            : context.Mail.WriteRow(new WireRow(RowKind.Travelling, r.Index, entry.Step, user))!.Value;
        _access = context.PersonRow(o => context.Block.StartFlows.AccessStock(r, entryIndex, o));
        (Weight, _advantage, _expense, _arrivingShare) = (context.TickRow(), context.Row(), context.Row(), context.Row());
        _accessDays = context.Policy.Input(entry.AccessDays);
        _accessCost = context.Policy.Input(entry.AccessCost);
        _costSensitivity = context.Policy.Input(context.World.Behaviour.CostSensitivity);
        _incomeElasticity = context.Policy.Input(context.World.Behaviour.IncomeElasticity);
    }

    /// <summary>Row of exp(U / rho), set by <see cref="Weigh"/>.</summary>
    public TickRow Weight { get; }

    /// <summary>True when the destination has told how the route fares.</summary>
    public bool HasNews => _context.Mail.HasArrived(_routeAppeal);

    /// <summary>The routes that a community may take, in order of route.</summary>
    public static IEnumerable<RouteOption> Of(CountryContext context, Transit transit, CommunityIndex community)
    {
        for (var r = 0; r < context.World.Routes.Count; r++)
        {
            var entries = context.World.Routes[r].Entries;
            for (var e = 0; e < entries.Count; e++)
            {
                if (entries[e].Community == community)
                {
                    yield return new RouteOption(context, transit, new RouteIndex(r), entries[e], e);
                }
            }
        }
    }

    /// <summary>Sends who sets out to the country where the route is joined.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, RouteIndex index)
    {
        var route = world.Routes[index.Index];
        foreach (var entry in route.Entries)
        {
            var community = world.Communities[entry.Community.Index];
            var to = RouteGeometry.CountryOfStep(world, route, entry.Step);
            if (to != community.Country)
            {
                letters.Tell(community.Country, [to], new WireRow(RowKind.Travelling, index.Index, entry.Step, RouteGeometry.UserOf(route, community.Nationality)));
            }
        }
    }

    /// <summary>Works out the gain in income, the cost of access and the share that arrives in a tick.</summary>
    public void Prepare(Octet octet)
    {
        var inputs = _context.Block.Inputs;
        var there = _context.World.Countries[_border.Destination.Index].IncomePerHead;
        var here = _context.World.Countries[_context.Country.Index].IncomePerHead;
        octet[_advantage] = IncomeGain.Of(_incomeElasticity[octet], inputs[there, octet], inputs[here, octet]);
        octet[_expense] = _costSensitivity[octet] * _accessCost[octet];
        octet[_arrivingShare] = TravelTime.ArrivingShare(_accessDays[octet]);
    }

    /// <summary>exp(U / rho) of the route for this community.</summary>
    public LaneVector Weigh(Octet octet, LaneVector wish, LaneVector rho)
    {
        var appeal = octet[_routeAppeal] + octet[_stepAppeal];
        var utility = wish + appeal + octet[_advantage] - octet[_expense];
        var weight = MovingChoice.Weight(utility, rho);
        octet[Weight] = weight;
        return weight;
    }

    /// <summary>People set out.</summary>
    public void Depart(Octet octet, LaneVector persons) => octet.Add(_access, persons);

    /// <summary>People on the way to the route reach it, after the access days in the mean.</summary>
    public void Travel(Octet octet)
    {
        var arriving = octet[_access] * octet[_arrivingShare];
        octet.Add(_access, -arriving);
        octet.Add(_reaching, arriving);
    }
}
