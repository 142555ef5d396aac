using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>
/// What is told of a route at its destination: awareness of each nationality grows by word of mouth and fades, see <see cref="WordOfMouth"/>.
/// </summary>
internal sealed class RouteReputation
{
    private readonly CountryContext _context;
    private readonly User[] _users;
    private readonly Step[] _steps;
    private readonly InputRow _dread;
    private readonly InputRow _costSensitivity;
    private readonly LegInputs[] _legs;
    private readonly SeasonOfLeg[] _seasons;
    private readonly SeenReturns[] _returns;

    public RouteReputation(CountryContext context, RouteIndex index, BorderDesk[] desks)
    {
        _context = context;
        var route = context.World.Routes[index.Index];
        _dread = context.Policy.Input(route.Dread);
        _costSensitivity = context.Policy.Input(context.World.Behaviour.CostSensitivity);
        _users = [.. route.Users.Select((user, u) => CreateUser(route, index, user, u, Array.Find(desks, d => d.Nationality == user.Nationality)!))];
        _steps = [.. RouteGeometry.Joins(context.World, route).Select(
            j => new Step(j.Step, j.User, context.Mail.WriteRow(new WireRow(RowKind.StepAppeal, index.Index, j.Step, j.User))!.Value, context.Row()))];
        _legs = [.. route.Legs.Select((l, step) => new LegInputs(context, route, context.World.Legs[l.Index], step))];
        _seasons = [.. route.Legs.Select((l, step) => SeasonOfLeg.Of(context, context.World.Legs[l.Index], step)).OfType<SeasonOfLeg>()];
        _returns = [.. route.Legs.Select((l, step) => SeenReturns.Of(context, l, step)).OfType<SeenReturns>()];
    }

    /// <summary>Tells the countries in which people join a route how it draws them, and how what is left of it from each step does.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, RouteIndex index)
    {
        var route = world.Routes[index.Index];
        var destination = world.Borders[route.Border].Destination;
        var readers = route.Entries.Select(e => world.Communities[e.Community.Index].Country).ToArray();
        for (var u = 0; u < route.Users.Count; u++)
        {
            letters.Tell(destination, readers, new WireRow(RowKind.RouteAppeal, index.Index, u));
        }

        foreach (var (step, user) in RouteGeometry.Joins(world, route))
        {
            letters.Tell(destination, readers, new WireRow(RowKind.StepAppeal, index.Index, step, user));
        }
    }

    /// <summary>Works out how the legs that are left from each step draw, and what the visa costs each nationality.</summary>
    public void Prepare(Octet octet, BorderBehaviour behaviour)
    {
        foreach (var user in _users)
        {
            octet[user.Penalty] = behaviour.VisaPenalty[octet] * user.Visa[octet];
            octet[user.Ceiling] = AwarenessCeiling.Of(behaviour.AwarenessCeiling[octet], user.CeilingFactor is { } factor ? factor[octet] : LaneVector.One);
        }

        foreach (var step in _steps)
        {
            octet[step.Prepared] = StepAppeal(octet, step, behaviour);
        }
    }

    /// <summary>Advances awareness by a tick and tells how the route fares.</summary>
    public void Advance(Octet octet, BorderBehaviour behaviour)
    {
        var terms = new WordOfMouthTerms(
            behaviour.WordOfMouth[octet], behaviour.WordOfMouthElasticity[octet], behaviour.Innovation[octet], behaviour.ForgettingMonths[octet]);
        foreach (var user in _users)
        {
            var logValue = LogValue(user, octet, behaviour);
            var aware = WordOfMouth.Spread(octet[user.Awareness], octet[user.Ceiling], logValue, terms);
            octet[user.Awareness] = aware;
            octet.Add(user.Appeal, RouteAppeal.ToDestination(behaviour.ArrivalElasticity[octet], logValue, aware, octet[user.Penalty], _dread[octet]));
            Recorder.Add(user.Series, octet, aware);
        }

        foreach (var returns in _returns)
        {
            returns.Follow(octet, behaviour.Following[octet], behaviour.ArrivalElasticity[octet]);
        }

        foreach (var step in _steps)
        {
            octet.Add(step.Appeal, octet[step.Prepared]);
            foreach (var season in _seasons)
            {
                if (season.Step >= step.Index)
                {
                    octet.Add(step.Appeal, season.Appeal(octet));
                }
            }

            foreach (var returns in _returns)
            {
                if (returns.Step >= step.Index)
                {
                    octet.Add(step.Appeal, octet[returns.Appeal]);
                }
            }
        }
    }

    /// <summary>Log of the value of arriving as it is seen from the start of the route: under what is announced of the border and of the route.</summary>
    private static LaneVector LogValue(User user, Octet octet, BorderBehaviour behaviour)
    {
        if (user.Announcements.IsEmpty)
        {
            return octet[user.Desk.LogArrivalValue];
        }

        var perceived = user.Announcements.Apply(octet, octet[user.Desk.Perceived], octet[user.Desk.LogSuccess], behaviour);
        return LaneMath.SafeLog(BorderChoice.ValueOfArriving(perceived, octet[user.Desk.Appointment], behaviour.Sharpness[octet]));
    }

    /// <summary>How the legs that are left from a step on draw.</summary>
    private LaneVector StepAppeal(Octet octet, Step step, BorderBehaviour behaviour)
    {
        var cost = LaneVector.Zero;
        var success = LaneVector.One;
        for (var leg = step.Index; leg < _legs.Length; leg++)
        {
            var inputs = _legs[leg];
            success *= LegOutcome.Success(inputs.Openness[octet], inputs.Detection[octet], inputs.ReturnShares[step.User][octet], inputs.DeathProbability[octet]);
            cost += inputs.Cost[octet];
        }

        return RouteAppeal.OfLegs(behaviour.ArrivalElasticity[octet], success, _costSensitivity[octet], cost);
    }

    private User CreateUser(Route route, RouteIndex index, RouteUser user, int u, BorderDesk desk) => new()
    {
        Desk = desk,
        Announcements = new Announcements(_context, route.Border, user.Nationality, index),
        Penalty = _context.Row(),
        Ceiling = _context.Row(),
        CeilingFactor = _context.World.Nationalities[user.Nationality].CeilingFactor is { } factor ? _context.Policy.Input(factor) : null,
        Awareness = _context.Row(o => _context.Block.StartFlows.Awareness(index, u, o)),
        Appeal = _context.Mail.WriteRow(new WireRow(RowKind.RouteAppeal, index.Index, u)) ?? throw new ArgumentException(
            $"Route '{route.Id}' has the user '{_context.World.Nationalities[user.Nationality].Code}' but no entry for any community."),
        Visa = _context.Policy.Input(user.VisaRequired),
        Series = _context.Recorder.Handle(
            Indicators.Awareness, route.Id, _context.World.Nationalities[user.Nationality].Code),
    };

    private sealed class LegInputs(CountryContext context, Route route, Leg leg, int step)
    {
        public InputRow Cost { get; } = context.Policy.Input(leg.Cost);

        public InputRow Detection { get; } = context.Policy.Input(leg.Detection);

        /// <summary>Share of the detected who are sent home, by user of the route.</summary>
        public InputRow[] ReturnShares { get; } =
        [
            .. route.Users.Select(u => context.Policy.Input(context.World.Countries[RouteGeometry.CountryOfStep(context.World, route, step).Index].ReturnShareOf(u.Nationality, leg))),
        ];

        public InputRow Openness { get; } = context.Policy.Input(leg.Openness);

        public InputRow DeathProbability { get; } = context.Policy.Input(leg.DeathProbability);
    }

    private sealed class User
    {
        public required BorderDesk Desk { get; init; }

        public required Announcements Announcements { get; init; }

        public required int Penalty { get; init; }

        public required int Ceiling { get; init; }

        public required InputRow? CeilingFactor { get; init; }

        public required int Awareness { get; init; }

        public required TickRow Appeal { get; init; }

        public required InputRow Visa { get; init; }

        public required TickRow Series { get; init; }
    }

    private sealed record Step(int Index, int User, TickRow Appeal, int Prepared);
}
