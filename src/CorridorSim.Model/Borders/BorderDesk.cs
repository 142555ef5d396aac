using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>One border for one nationality: what happens to those who attempt it, and how they see it.</summary>
internal sealed class BorderDesk
{
    private const double LongestWaitMonths = 120;

    private readonly CountryContext _context;
    private readonly BorderDeskMail _mail;
    private readonly BorderDeskSeries _series;
    private readonly Announcements _announcements;
    private readonly int _settled;
    private readonly int _dead;
    private readonly int _released;
    private readonly int _perceived;
    private readonly int _logSuccess;
    private readonly int _throughput;
    private readonly int _slots;
    private readonly int _unserved;
    private readonly Func<InputRow>[] _handles;
    private InputRow[] _inputs = [];

    public BorderDesk(CountryContext context, Settlement settlement, int border, int nationality)
    {
        _context = context;
        Nationality = nationality;
        var plan = context.World.Borders[border];
        var regime = plan.Regimes[nationality];
        _mail = new BorderDeskMail(context.Mail, border, nationality);
        _series = new BorderDeskSeries(context, plan.Id, nationality);
        _announcements = new Announcements(context, border, nationality);
        _settled = settlement.SettledRow(nationality);
        _dead = settlement.DeadRow;
        _released = context.PersonRow();
        _perceived = context.Row(o => FirstLogSuccess(regime, o));
        _logSuccess = context.Row(o => FirstLogSuccess(regime, o));
        _throughput = context.Row();
        _slots = context.Row();
        _unserved = context.Row();
        _handles =
        [
            .. new[]
            {
                regime.Evasion, regime.ExpulsionShare, regime.ReleaseShare, regime.RetryShare, regime.RemovalRate,
                regime.NeighbourAccepts, regime.PortSlots, regime.PortAccess, plan.DeathProbability,
            }.Select(context.Policy.Handle),
        ];
    }

    /// <summary>Nationality that the desk serves.</summary>
    public int Nationality { get; }

    /// <summary>Value of arriving, J, of eight lanes; set by <see cref="Publish"/>.</summary>
    public LaneVector ArrivalValue { get; private set; }

    /// <summary>Takes the input handles.</summary>
    public void Start() => _inputs = [.. _handles.Select(h => h())];

    /// <summary>
    /// Settles the fate of everyone who came in this tick, and follows how success is seen.
    /// </summary>
    /// <returns>Expulsions to the neighbour that the rules asked for, events.</returns>
    public LaneVector Process(int octet, LaneVector accepted, BorderBehaviour behaviour)
    {
        var (state, mail) = (_context.State, _context.Mail);
        var asked = _inputs[1][octet];
        var toNeighbour = _inputs[5][octet];
        var expulsion = asked * (LaneVector.One - (toNeighbour * (LaneVector.One - accepted)));
        var outcome = new BorderOutcome(_inputs[0][octet], expulsion, _inputs[2][octet], _inputs[3][octet]);
        var attempting = mail.Sum(_mail.Attempting, octet);
        var dead = attempting * _inputs[8][octet];
        var alive = attempting - dead;
        var evaded = alive * outcome.Evaded;
        var released = alive * outcome.Released;
        var turnedBack = alive - evaded - released;
        var atPort = mail.Sum(_mail.AtPort, octet);
        var removed = state[_released, octet] * LaneMath.Clamp(_inputs[4][octet] * LaneMath.Of(LaneMath.TickMonths), 0, 1);
        state.Add(_dead, octet, dead);
        state.Add(_settled, octet, evaded + atPort);
        state.Add(_released, octet, released - removed);
        mail.Write(_mail.Homecoming, octet, turnedBack + removed);
        var logSuccess = LaneMath.SafeLog(outcome.Success);
        state[_logSuccess, octet] = logSuccess;
        state[_perceived, octet] = Perception.Follow(state[_perceived, octet], logSuccess, behaviour.PerceptionLag[octet]);
        var smoothing = LaneMath.OutflowShare(behaviour.ThroughputMonths[octet]);
        var monthly = atPort / LaneMath.Of(LaneMath.TickMonths);
        state.Add(_throughput, octet, smoothing * (monthly - state[_throughput, octet]));
        _series.Record(octet, alive, outcome, dead, evaded, released, turnedBack, removed, atPort);
        return alive * outcome.Encountered * asked * toNeighbour;
    }

    /// <summary>Takes the appointments that are earmarked for the nationality.</summary>
    public void TakeEarmarked(int octet, LaneVector tick)
    {
        var state = _context.State;
        var waiting = _context.Mail.Sum(_mail.Waiting, octet);
        var slots = Vector512.Min(waiting, _inputs[6][octet] * tick);
        state[_slots, octet] = slots;
        state[_unserved, octet] = waiting - slots;
    }

    /// <summary>Weight in the common appointments; 0 when nobody is left waiting.</summary>
    public LaneVector OpenWeight(int octet) =>
        Vector512.ConditionalSelect(
            Vector512.GreaterThan(_context.State[_unserved, octet], LaneVector.Zero), _inputs[7][octet], LaneVector.Zero);

    /// <summary>Takes common appointments; returns how many.</summary>
    public LaneVector Take(int octet, LaneVector perWeight)
    {
        var state = _context.State;
        var taken = Vector512.Min(state[_unserved, octet], perWeight * OpenWeight(octet));
        state.Add(_slots, octet, taken);
        state[_unserved, octet] = Vector512.Max(state[_unserved, octet] - taken, LaneVector.Zero);
        return taken;
    }

    /// <summary>
    /// V = phi e^{-delta wait} where appointments are to be had; J = e^{s*} + V (1 - e^{s*}), at most 1; of those who decide the
    /// share x = e^{nu s*} / (e^{nu s*} + (V + g0)^nu) crosses between ports, and of the others g0 / (V + g0) gives up.
    /// </summary>
    public void Publish(int octet, BorderBehaviour behaviour)
    {
        var (state, mail) = (_context.State, _context.Mail);
        var slots = state[_slots, octet];
        var perceived = _announcements.Apply(octet, state[_perceived, octet], state[_logSuccess, octet], behaviour);
        var throughput = Vector512.Max(state[_throughput, octet], slots / LaneMath.Of(LaneMath.TickMonths));
        var wait = Vector512.Min(LaneMath.Ratio(state[_unserved, octet], throughput), LaneMath.Of(LongestWaitMonths));
        var offered = Vector512.ConditionalSelect(
            Vector512.GreaterThan(throughput, LaneMath.Of(1e-9)), LaneVector.One, LaneVector.Zero);
        var appointment = offered * behaviour.AppointmentSuccess[octet] * LaneMath.SafeExp(-(behaviour.WaitSensitivity[octet] * wait));
        var success = LaneMath.SafeExp(perceived);
        ArrivalValue = Vector512.Min(success + (appointment * (LaneVector.One - success)), LaneVector.One);
        var sharpness = behaviour.Sharpness[octet];
        var giveUp = behaviour.GiveUpValue[octet];
        var crossing = LaneMath.SafeExp(sharpness * perceived);
        var waiting = LaneMath.SafeExp(sharpness * LaneMath.SafeLog(appointment + giveUp));
        mail.Write(_mail.CrossingShare, octet, crossing / (crossing + waiting));
        mail.Write(_mail.GiveUpShare, octet, LaneMath.Ratio(giveUp, appointment + giveUp));
        mail.Write(_mail.Appointments, octet, slots);
        _context.Recorder.Add(_series.PerceivedSuccess, octet, success);
    }

    private LaneVector FirstLogSuccess(BorderRegime regime, int octet)
    {
        var inputs = _context.Block.Inputs;
        var outcome = new BorderOutcome(
            inputs[regime.Evasion, octet], inputs[regime.ExpulsionShare, octet], inputs[regime.ReleaseShare, octet], inputs[regime.RetryShare, octet]);
        return LaneMath.SafeLog(outcome.Success);
    }
}
