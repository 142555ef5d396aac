using CorridorSim.Model.Borders;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// What is told of a route at its destination. Awareness A of each nationality grows by word of mouth and fades,
/// A' = beta J (A (1 - A) + iota (1 - A)) - A / tau: diffusion after Bass 1969, fed by the value of arriving J.
/// </summary>
internal sealed class RouteReputation
{
    private readonly CountryContext _context;
    private readonly User[] _users;
    private readonly Step[] _steps;
    private readonly Func<InputRow> _dreadHandle;
    private readonly Func<InputRow> _costHandle;
    private readonly Func<InputRow>[][] _legHandles;
    private InputRow _dread;
    private InputRow _costSensitivity;
    private InputRow[][] _legs = [];

    public RouteReputation(CountryContext context, int index)
    {
        _context = context;
        var route = context.World.Routes[index];
        _dreadHandle = context.Policy.Handle(route.Dread);
        _costHandle = context.Policy.Handle(context.World.Behaviour.CostSensitivity);
        _users = [.. route.Users.Select((user, u) => CreateUser(route, index, user, u))];
        _steps = [.. route.Entries.Select(e => e.Step).Distinct().Order().Select(
            s => new Step(s, context.Mail.Outgoing(new WireRow(RowKind.StepAppeal, index, s))!.Value))];
        _legHandles = [.. route.Legs.Select(l => LegHandles(context, context.World.Legs[l]))];
    }

    /// <summary>Takes the input handles.</summary>
    public void Start()
    {
        (_dread, _costSensitivity) = (_dreadHandle(), _costHandle());
        _legs = [.. _legHandles.Select(handles => handles.Select(h => h()).ToArray())];
        foreach (var user in _users)
        {
            user.Visa = user.VisaHandle();
        }
    }

    /// <summary>Advances awareness by a tick and tells how the route fares.</summary>
    public void Advance(int octet, BorderDesk[] desks, BorderBehaviour behaviour)
    {
        foreach (var user in _users)
        {
            var desk = Array.Find(desks, d => d.Nationality == user.Nationality)!;
            var aware = Spread(_context.State[user.Awareness, octet], desk.ArrivalValue, octet, behaviour);
            _context.State[user.Awareness, octet] = aware;
            var appeal = (behaviour.ArrivalElasticity[octet] * LaneMath.SafeLog(desk.ArrivalValue))
                + LaneMath.SafeLog(aware)
                - (behaviour.VisaPenalty[octet] * user.Visa[octet])
                - _dread[octet];
            _context.Mail.Write(user.Appeal, octet, appeal);
            _context.Recorder.Add(user.Series, octet, aware);
        }

        foreach (var step in _steps)
        {
            _context.Mail.Write(step.Appeal, octet, StepAppeal(octet, step.Index, behaviour));
        }
    }

    private static LaneVector Spread(LaneVector aware, LaneVector value, int octet, BorderBehaviour behaviour)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var unaware = LaneVector.One - aware;
        var told = tick * behaviour.WordOfMouth[octet] * value * ((aware * unaware) + (behaviour.Innovation[octet] * unaware));
        return (aware + told) / (LaneVector.One + (tick / behaviour.ForgettingMonths[octet]));
    }

    /// <summary>1.5 eta ln(transit success) - theta cost, over the legs that are left from a step on.</summary>
    private LaneVector StepAppeal(int octet, int step, BorderBehaviour behaviour)
    {
        var cost = LaneVector.Zero;
        var success = LaneVector.One;
        for (var leg = step; leg < _legs.Length; leg++)
        {
            var inputs = _legs[leg];
            var lost = inputs[1][octet] * inputs[2][octet];
            success *= inputs[3][octet] * (LaneVector.One - lost) * (LaneVector.One - inputs[4][octet]);
            cost += inputs[0][octet];
        }

        return TransitAppeal.Of(behaviour.ArrivalElasticity[octet], success) - (_costSensitivity[octet] * cost);
    }

    private User CreateUser(Route route, int index, RouteUser user, int u) => new()
    {
        Nationality = user.Nationality,
        Awareness = _context.Row(o => _context.Block.StartFlows.Awareness(index, u, o)),
        Appeal = _context.Mail.Outgoing(new WireRow(RowKind.RouteAppeal, index, u)) ?? throw new ArgumentException(
            $"Route '{route.Id}' has the user '{_context.World.Nationalities[user.Nationality].Code}' but no entry for any community."),
        VisaHandle = _context.Policy.Handle(user.VisaRequired),
        Series = _context.Recorder.Handle(
            _context.Mail, Indicators.Awareness, route.Id, _context.World.Nationalities[user.Nationality].Code),
    };

    private static Func<InputRow>[] LegHandles(CountryContext context, Leg leg) =>
    [
        context.Policy.Handle(leg.Cost),
        context.Policy.Handle(leg.Detection),
        context.Policy.Handle(leg.GiveUpShare),
        context.Policy.Handle(leg.Openness),
        context.Policy.Handle(leg.DeathProbability),
    ];

    private sealed class User
    {
        public required int Nationality { get; init; }

        public required int Awareness { get; init; }

        public required WireAddress Appeal { get; init; }

        public required Func<InputRow> VisaHandle { get; init; }

        public required int Series { get; init; }

        public InputRow Visa { get; set; }
    }

    private sealed record Step(int Index, WireAddress Appeal);
}
