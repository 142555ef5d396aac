using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// People of one nationality at one step of a route, waiting for and travelling its leg. Outflow is implicit,
/// (stock + inflow) dt / (T + dt): the mean travelling time is exact and no stock can become negative.
/// </summary>
internal sealed class TransitStage
{
    private readonly CountryContext _context;
    private readonly int _inflowRow;
    private readonly WireAddress[] _arriving;
    private readonly WireAddress? _onward;
    private readonly int _onwardRow;
    private readonly int _settledRow;
    private readonly int _deadRow;
    private readonly WireAddress _homecoming;
    private readonly NationalSeries? _entries;
    private readonly NationalSeries _deaths;
    private readonly NationalSeries _returns;
    private readonly NationalSeries _inTransit;
    private readonly Func<InputRow>[] _handles;
    private InputRow _days;
    private InputRow _openness;
    private InputRow _detection;
    private InputRow _giveUp;
    private InputRow _death;
    private InputRow _stay;

    public TransitStage(CountryContext context, Transit transit, int r, int step, int user)
    {
        var world = context.World;
        var route = world.Routes[r];
        var leg = world.Legs[route.Legs[step]];
        _context = context;
        Nationality = route.Users[user].Nationality;
        StockRow = context.PersonRow(o => context.Block.StartFlows.TransitStock(r, step, user, o));
        _inflowRow = transit.InflowRow(r, step, user);
        _arriving = context.Mail.Incoming(new WireRow(RowKind.Travelling, r, step, user));
        var staysHere = RouteGeometry.CountryOfStep(world, route, step + 1) == context.Country;
        _onward = staysHere ? null : context.Mail.Outgoing(new WireRow(RowKind.Travelling, r, step + 1, user));
        _onwardRow = staysHere ? transit.InflowRow(r, step + 1, user) : -1;
        _settledRow = context.PersonRow();
        _deadRow = context.PersonRow();
        _homecoming = context.Mail.Outgoing(new WireRow(RowKind.Homecoming, Nationality))!.Value;
        var passage = RouteGeometry.Passage(world, leg);
        var code = world.Countries[context.Country].Code;
        _entries = passage is null ? null : context.Series(Indicators.IrregularEntries, passage);
        _deaths = context.Series(Indicators.Deaths, passage ?? leg.Id);
        _returns = context.Series(Indicators.Returns, code);
        _inTransit = context.Series(Indicators.InTransit, code);
        _handles = Handles(context, leg);
    }

    /// <summary>Row of the people at this stage.</summary>
    public int StockRow { get; }

    /// <summary>Their nationality.</summary>
    public int Nationality { get; }

    /// <summary>Takes the input handles.</summary>
    public void Start()
    {
        (_days, _openness, _detection) = (_handles[0](), _handles[1](), _handles[2]());
        (_giveUp, _death, _stay) = (_handles[3](), _handles[4](), _handles[5]());
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(int octet)
    {
        var state = _context.State;
        var inflow = state[_inflowRow, octet] + _context.Mail.Sum(_arriving, octet);
        state[_inflowRow, octet] = LaneVector.Zero;
        var stock = state[StockRow, octet] + inflow;
        var reaching = stock * LaneMath.OutflowShare(_days[octet] / LaneMath.Of(LaneMath.DaysPerMonth));
        var setting = reaching * _openness[octet];
        var detected = setting * _detection[octet];
        var givingUp = (detected + (reaching - setting)) * _giveUp[octet];
        var passing = setting - detected;
        var dead = passing * _death[octet];
        var staying = (passing - dead) * _stay[octet];
        var onward = passing - dead - staying;
        state[StockRow, octet] = stock - givingUp - passing;
        state.Add(_deadRow, octet, dead);
        state.Add(_settledRow, octet, staying);
        _context.Mail.Write(_homecoming, octet, givingUp);
        if (_onward is { } address)
        {
            _context.Mail.Write(address, octet, onward);
        }
        else
        {
            state.Add(_onwardRow, octet, onward);
        }

        Record(octet, onward, dead, givingUp);
    }

    private void Record(int octet, LaneVector onward, LaneVector dead, LaneVector givingUp)
    {
        if (_entries is not null)
        {
            _context.Count(_entries, Nationality, octet, onward);
        }

        _context.Count(_deaths, Nationality, octet, dead);
        _context.Count(_returns, Nationality, octet, givingUp);
        _context.Count(_inTransit, Nationality, octet, _context.State[StockRow, octet]);
    }

    private static Func<InputRow>[] Handles(CountryContext context, Leg leg) =>
    [
        context.Policy.Handle(leg.Days),
        context.Policy.Handle(leg.Openness),
        context.Policy.Handle(leg.Detection),
        context.Policy.Handle(leg.GiveUpShare),
        context.Policy.Handle(leg.DeathProbability),
        context.Policy.Handle(leg.StayShare),
    ];
}
