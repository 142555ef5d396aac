using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// People of one nationality at one step of a route, waiting for and travelling its leg. Outflow is implicit,
/// (stock + inflow) dt / (T + dt): the mean travelling time is exact and no stock can become negative.
/// </summary>
internal sealed class TransitStage
{
    private readonly CountryContext _context;
    private readonly TickRow _inflowRow;
    private readonly TickRow[] _arriving;
    private readonly TickRow _onward;
    private readonly int _settledRow;
    private readonly int _deadRow;
    private readonly TickRow _homecoming;
    private readonly NationalSeries? _entries;
    private readonly NationalSeries _deaths;
    private readonly NationalSeries _detections;
    private readonly NationalSeries _sentHome;
    private readonly NationalSeries _givingUp;
    private readonly NationalSeries _settled;
    private readonly NationalSeries _inTransit;
    private readonly InputRow _days;
    private readonly InputRow _openness;
    private readonly InputRow _detection;
    private readonly InputRow _giveUp;
    private readonly InputRow _returnShare;
    private readonly InputRow _death;
    private readonly InputRow _stay;
    private readonly Readmission? _readmission;
    private readonly int _reachingShare;

    public TransitStage(CountryContext context, Transit transit, RouteIndex r, int step, int user, Readmission? readmission)
    {
        var world = context.World;
        var route = world.Routes[r.Index];
        var leg = world.Legs[route.Legs[step].Index];
        (_context, _readmission) = (context, readmission);
        Nationality = route.Users[user].Nationality;
        StockRow = context.PersonRow(o => context.Block.StartFlows.TransitStock(r, step, user, o));
        _inflowRow = transit.InflowRow(r, step, user);
        _arriving = context.Mail.ReadRows(new WireRow(RowKind.Travelling, r.Index, step, user));
        var staysHere = RouteGeometry.CountryOfStep(world, route, step + 1) == context.Country;
        _onward = staysHere
            ? transit.InflowRow(r, step + 1, user)
            : context.Mail.WriteRow(new WireRow(RowKind.Travelling, r.Index, step + 1, user))!.Value;
        ProtectedRow = transit.ProtectedRow(Nationality);
        (_settledRow, _deadRow) = (transit.StayedRow, transit.DeadRow);
        _homecoming = context.Mail.WriteRow(new WireRow(RowKind.Homecoming, Nationality))!.Value;
        var passage = RouteGeometry.Passage(world, leg);
        var code = world.Countries[context.Country.Index].Code;
        _entries = passage is null ? null : context.Series(Indicators.IrregularEntries, passage);
        _deaths = context.Series(Indicators.Deaths, passage ?? leg.Id);
        _detections = context.Series(Indicators.TransitDetections, code);
        _sentHome = context.Series(Indicators.SentHome, code);
        _givingUp = context.Series(Indicators.GivingUp, code);
        _settled = context.Series(Indicators.SettledOnTheWay, code);
        _inTransit = context.Series(Indicators.InTransit, code);
        _days = context.Policy.Input(leg.Days);
        _openness = context.Policy.Input(leg.Openness);
        _detection = context.Policy.Input(leg.Detection);
        _giveUp = context.Policy.Input(leg.GiveUpShare);
        _returnShare = context.Policy.Input(world.Countries[context.Country.Index].ReturnShareOf(Nationality, leg));
        _death = context.Policy.Input(leg.DeathProbability);
        _stay = context.Policy.Input(leg.StayShare);
        _reachingShare = context.Row();
    }

    /// <summary>Row of the people at this stage.</summary>
    public int StockRow { get; }

    /// <summary>Row of those of them who were protected here.</summary>
    public int ProtectedRow { get; }

    /// <summary>Their nationality.</summary>
    public int Nationality { get; }

    /// <summary>Sends who gets over a leg to the country where the next step is.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, RouteIndex index)
    {
        var route = world.Routes[index.Index];
        for (var step = 0; step < route.Legs.Count; step++)
        {
            var from = RouteGeometry.CountryOfStep(world, route, step);
            var to = RouteGeometry.CountryOfStep(world, route, step + 1);
            for (var u = 0; u < route.Users.Count && from != to; u++)
            {
                letters.Tell(from, [to], new WireRow(RowKind.Travelling, index.Index, step + 1, u));
            }
        }
    }

    /// <inheritdoc cref="ISection.Prepare"/>
    public void Prepare(Octet octet) =>
        octet[_reachingShare] = TravelTime.ArrivingShare(_days[octet]);

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(Octet octet)
    {
        var inflow = octet[_inflowRow] + octet.Sum(_arriving);
        octet[_inflowRow] = LaneVector.Zero;
        var stock = octet[StockRow] + inflow;
        if (LaneVector.EqualsAll(stock, LaneVector.Zero))
        {
            octet[StockRow] = stock;
            return;
        }

        var reaching = stock * octet[_reachingShare];
        var leg = new LegOutcome(reaching, _openness[octet], _detection[octet], _returnShare[octet], _giveUp[octet], _death[octet], _stay[octet]);
        var (staying, onward) = (leg.Staying, leg.Onward);
        octet[StockRow] = stock - leg.SentHome - leg.GivingUp - leg.Passing;
        Record(octet, onward, leg.Dead);
        if (_readmission is { } readmission)
        {
            // Who is sent back stays where the leg begins and does not try again.
            var back = readmission.SendBack(Nationality, octet, onward);
            onward -= back;
            staying += back;
        }

        octet.Add(_deadRow, leg.Dead);
        octet.Add(_settledRow, staying);
        octet.Add(_homecoming, leg.SentHome + leg.GivingUp);
        octet.Add(_onward, onward);
        _detections.Count(Nationality, octet, leg.Detected);
        _sentHome.Count(Nationality, octet, leg.SentHome);
        _givingUp.Count(Nationality, octet, leg.GivingUp);
        _settled.Count(Nationality, octet, staying);
        _inTransit.Count(Nationality, octet, octet[StockRow]);
    }

    private void Record(Octet octet, LaneVector onward, LaneVector dead)
    {
        if (_entries is not null)
        {
            _entries.Count(Nationality, octet, onward);
        }

        _deaths.Count(Nationality, octet, dead);
    }
}
