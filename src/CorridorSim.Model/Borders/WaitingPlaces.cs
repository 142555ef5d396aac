using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Routes;

namespace CorridorSim.Model.Borders;

/// <summary>
/// People who wait on the near side of a border and decide, after the decision time in the mean, to cross between ports,
/// to go on waiting for an appointment, or to give up.
/// </summary>
internal sealed class WaitingPlaces : ISection
{
    private readonly CountryContext _context;
    private readonly Pool[] _pools;
    private readonly Func<InputRow> _decisionHandle;
    private InputRow _decisionMonths;

    public WaitingPlaces(CountryContext context, Transit transit)
    {
        _context = context;
        _decisionHandle = context.Policy.Handle(context.World.Behaviour.BorderDecisionMonths);
        var pools = new List<Pool>();
        for (var b = 0; b < context.World.Borders.Count; b++)
        {
            if (context.World.Places[context.World.Borders[b].WaitingPlace].Country != context.Country)
            {
                continue;
            }

            for (var n = 0; n < context.World.Nationalities.Count; n++)
            {
                if (UsesBorder(b, n))
                {
                    pools.Add(CreatePool(transit, b, n));
                }
            }
        }

        _pools = [.. pools];
    }

    /// <inheritdoc/>
    public void Start() => _decisionMonths = _decisionHandle();

    /// <inheritdoc/>
    public void Advance(int octet)
    {
        foreach (var pool in _pools)
        {
            Advance(pool, octet);
        }
    }

    private void Advance(Pool pool, int octet)
    {
        var (state, mail) = (_context.State, _context.Mail);
        var waiting = state[pool.Stock, octet] + mail.Sum(pool.Arriving, octet);
        foreach (var row in pool.Inflows)
        {
            waiting += state[row, octet];
            state[row, octet] = LaneVector.Zero;
        }

        var atPort = Vector512.Min(waiting, mail.Read(pool.Appointments, octet));
        waiting -= atPort;
        var deciding = waiting * LaneMath.OutflowShare(_decisionMonths[octet]);
        var crossingShare = mail.Read(pool.CrossingShare, octet);
        var crossing = deciding * crossingShare;
        var givingUp = (deciding - crossing) * mail.Read(pool.GiveUpShare, octet);
        waiting = waiting - crossing - givingUp;
        state[pool.Stock, octet] = waiting;
        mail.Write(pool.AtPort, octet, atPort);
        mail.Write(pool.Attempting, octet, crossing);
        mail.Write(pool.Homecoming, octet, givingUp);
        mail.Write(pool.Waiting, octet, waiting);
        _context.Count(pool.Returns, pool.Nationality, octet, givingUp);
        _context.Count(pool.InTransit, pool.Nationality, octet, waiting);
    }

    private bool UsesBorder(int border, int nationality) =>
        _context.World.Routes.Any(r => r.Border == border && RouteGeometry.UserOf(r, nationality) >= 0);

    private Pool CreatePool(Transit transit, int border, int nationality)
    {
        var inflows = new List<int>();
        var arriving = new List<WireAddress>();
        for (var r = 0; r < _context.World.Routes.Count; r++)
        {
            var route = _context.World.Routes[r];
            var user = RouteGeometry.UserOf(route, nationality);
            if (route.Border == border && user >= 0)
            {
                inflows.Add(transit.InflowRow(r, route.Legs.Count, user));
                arriving.AddRange(_context.Mail.Incoming(new WireRow(RowKind.Travelling, r, route.Legs.Count, user)));
            }
        }

        var mail = _context.Mail;
        var code = _context.World.Countries[_context.Country].Code;
        return new Pool(
            nationality,
            _context.PersonRow(),
            [.. inflows],
            [.. arriving],
            mail.Incoming(new WireRow(RowKind.CrossingShare, border, nationality))[0],
            mail.Incoming(new WireRow(RowKind.GiveUpShare, border, nationality))[0],
            mail.Incoming(new WireRow(RowKind.Appointments, border, nationality))[0],
            mail.Outgoing(new WireRow(RowKind.AtPort, border, nationality))!.Value,
            mail.Outgoing(new WireRow(RowKind.Attempting, border, nationality))!.Value,
            mail.Outgoing(new WireRow(RowKind.Waiting, border, nationality))!.Value,
            mail.Outgoing(new WireRow(RowKind.Homecoming, nationality))!.Value,
            _context.Series(Indicators.Returns, code),
            _context.Series(Indicators.InTransit, code));
    }

    private sealed record Pool(
        int Nationality,
        int Stock,
        int[] Inflows,
        WireAddress[] Arriving,
        WireAddress CrossingShare,
        WireAddress GiveUpShare,
        WireAddress Appointments,
        WireAddress AtPort,
        WireAddress Attempting,
        WireAddress Waiting,
        WireAddress Homecoming,
        NationalSeries Returns,
        NationalSeries InTransit);
}
