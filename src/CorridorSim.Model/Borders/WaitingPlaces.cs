using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>
/// People who wait on the near side of a border and decide, after the decision time in the mean, to cross between ports,
/// to go on waiting for an appointment, or to turn back: home, or to settle where they are. Whoever is at home there waits
/// at home, so that nobody of them turns back. Whom the neighbour takes from the border waits there again.
/// </summary>
internal sealed class WaitingPlaces : ISection
{
    private readonly CountryContext _context;
    private readonly Pool[] _pools;
    private readonly InputRow _decisionMonths;
    private readonly InputRow _stayingShare;
    private readonly int _deciding;

    public WaitingPlaces(CountryContext context, Transit transit)
    {
        _context = context;
        _decisionMonths = context.Policy.Input(context.World.Behaviour.BorderDecisionMonths);
        _stayingShare = context.Policy.Input(context.World.Behaviour.StayingShare);
        _deciding = context.Row();
        var pools = new List<Pool>();
        for (var b = 0; b < context.World.Borders.Count; b++)
        {
            if (context.World.Places[context.World.Borders[b].WaitingPlace].Country != context.Country)
            {
                continue;
            }

            for (var n = 0; n < context.World.Nationalities.Count; n++)
            {
                if (RouteGeometry.UsesBorder(context.World, b, n))
                {
                    pools.Add(CreatePool(transit, b, n));
                }
            }
        }

        _pools = [.. pools];
    }

    /// <summary>Tells the destination who waits, attempts the border and comes to a port.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, int border, int nationality)
    {
        var plan = world.Borders[border];
        foreach (var kind in new[] { RowKind.Waiting, RowKind.Attempting, RowKind.AtPort })
        {
            letters.Tell(world.Places[plan.WaitingPlace].Country, [plan.Destination], new WireRow(kind, border, nationality));
        }
    }

    /// <inheritdoc/>
    public void Prepare(Octet octet) => octet[_deciding] = LaneMath.OutflowShare(_decisionMonths[octet]);

    /// <inheritdoc/>
    public void Advance(Octet octet)
    {
        foreach (var pool in _pools)
        {
            Advance(pool, octet);
        }
    }

    private void Advance(Pool pool, Octet octet)
    {
        var waiting = octet[pool.Stock] + octet.Sum(pool.Arriving) + octet[pool.SentBack];
        foreach (var row in pool.Inflows)
        {
            waiting += octet[row];
            octet[row] = LaneVector.Zero;
        }

        var turningBack = pool.IsAtHome ? LaneVector.Zero : octet[pool.GiveUpShare];
        var decision = new WaitingDecision(
            waiting, octet[pool.Appointments], octet[_deciding], octet[pool.CrossingShare], turningBack, _stayingShare[octet]);
        var (left, givingUp) = (decision.Left(waiting), decision.GivingUp);
        octet[pool.Stock] = left;
        octet.Add(pool.AtPort, decision.AtPort);
        octet.Add(pool.Attempting, decision.Crossing);
        octet.Add(pool.Homecoming, givingUp);
        octet.Add(pool.Stayed, decision.Staying);
        octet.Add(pool.Waiting, left);
        pool.GivingUp.Count(pool.Nationality, octet, givingUp);
        pool.Settled.Count(pool.Nationality, octet, decision.Staying);
        pool.InTransit.Count(pool.Nationality, octet, left);
    }

    private Pool CreatePool(Transit transit, int border, int nationality)
    {
        var inflows = new List<TickRow>();
        var arriving = new List<TickRow>();
        for (var r = 0; r < _context.World.Routes.Count; r++)
        {
            var route = _context.World.Routes[r];
            var user = RouteGeometry.UserOf(route, nationality);
            if (route.Border == border && user >= 0)
            {
                inflows.Add(transit.InflowRow(new RouteIndex(r), route.Legs.Count, user));
                arriving.AddRange(_context.Mail.ReadRows(new WireRow(RowKind.Travelling, r, route.Legs.Count, user)));
            }
        }

        var mail = _context.Mail;
        var code = _context.World.Countries[_context.Country.Index].Code;
        return new Pool(
            nationality,
            RouteGeometry.WaitsAtHome(_context.World, border, nationality),
            transit.StayedRow,
            _context.PersonRow(o => _context.Block.StartFlows.WaitingStock(border, nationality, o)),
            [.. inflows],
            [.. arriving],
            mail.ReadRow(new WireRow(RowKind.CrossingShare, border, nationality)),
            mail.ReadRow(new WireRow(RowKind.GiveUpShare, border, nationality)),
            mail.ReadRow(new WireRow(RowKind.Appointments, border, nationality)),
            mail.ReadRow(new WireRow(RowKind.SentBack, border, nationality)),
            mail.WriteRow(new WireRow(RowKind.AtPort, border, nationality))!.Value,
            mail.WriteRow(new WireRow(RowKind.Attempting, border, nationality))!.Value,
            mail.WriteRow(new WireRow(RowKind.Waiting, border, nationality))!.Value,
            mail.WriteRow(new WireRow(RowKind.Homecoming, nationality))!.Value,
            _context.Series(Indicators.GivingUp, code),
            _context.Series(Indicators.SettledOnTheWay, code),
            _context.Series(Indicators.InTransit, code));
    }

    private sealed record Pool(
        int Nationality,
        bool IsAtHome,
        int Stayed,
        int Stock,
        TickRow[] Inflows,
        TickRow[] Arriving,
        TickRow CrossingShare,
        TickRow GiveUpShare,
        TickRow Appointments,
        TickRow SentBack,
        TickRow AtPort,
        TickRow Attempting,
        TickRow Waiting,
        TickRow Homecoming,
        NationalSeries GivingUp,
        NationalSeries Settled,
        NationalSeries InTransit);
}
