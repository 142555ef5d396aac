using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Routes;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>One border for one nationality: what happens to those who attempt it, and how they see it.</summary>
internal sealed class BorderDesk
{
    private readonly CountryContext _context;
    private readonly BorderDeskMail _mail;
    private readonly BorderDeskSeries _series;
    private readonly Announcements _announcements;
    private readonly ForfeitedPlaces _forfeited;
    private readonly int _settled;
    private readonly int _dead;
    private readonly int _released;
    private readonly int _perceived;
    private readonly TickRow _logSuccess;
    private readonly int _throughput;
    private readonly TickRow _slots;
    private readonly TickRow _unserved;
    private readonly int _seeking;
    private readonly InputRow _evasion;
    private readonly InputRow _expulsionShare;
    private readonly InputRow _returnShare;
    private readonly InputRow _releaseShare;
    private readonly InputRow _retryShare;
    private readonly InputRow _removalRate;
    private readonly InputRow _neighbourAccepts;
    private readonly InputRow _portSlots;
    private readonly InputRow _portAccess;
    private readonly InputRow? _portPreference;
    private readonly InputRow _deathProbability;

    public BorderDesk(CountryContext context, Settlement settlement, int border, int nationality)
    {
        _context = context;
        Nationality = nationality;
        var plan = context.World.Borders[border];
        var regime = plan.Regimes[nationality];
        _mail = new BorderDeskMail(context.Mail, border, nationality);
        _series = new BorderDeskSeries(context, plan.Id, nationality);
        _announcements = new Announcements(context, border, nationality);
        _forfeited = new ForfeitedPlaces(context, nationality);
        _settled = settlement.SettledRow(nationality);
        _dead = settlement.DeadRow;
        _released = context.PersonRow();
        _perceived = context.Row(o => FirstLogSuccess(regime, o));
        _logSuccess = context.TickRow();
        _throughput = context.Row();
        _slots = context.TickRow();
        _unserved = context.TickRow();
        _seeking = context.Row(_ => LaneVector.One);
        (LogArrivalValue, Perceived, Appointment) = (context.TickRow(), context.TickRow(), context.TickRow());
        _evasion = context.Policy.Input(regime.Evasion);
        _expulsionShare = context.Policy.Input(regime.ExpulsionShare);
        _returnShare = context.Policy.Input(regime.ReturnShare);
        _releaseShare = context.Policy.Input(regime.ReleaseShare);
        _retryShare = context.Policy.Input(regime.RetryShare);
        _removalRate = context.Policy.Input(regime.RemovalRate);
        _neighbourAccepts = context.Policy.Input(regime.NeighbourAccepts);
        _portSlots = context.Policy.Input(regime.PortSlots);
        _portPreference = context.World.Nationalities[nationality].PortPreference is { } preference ? context.Policy.Input(preference) : null;
        _portAccess = context.Policy.Input(regime.PortAccess);
        _deathProbability = context.Policy.Input(plan.DeathProbability);
    }

    /// <summary>Nationality that the desk serves.</summary>
    public int Nationality { get; }

    /// <summary>Row of the log of the value of arriving, ln J; set by <see cref="Publish"/>.</summary>
    public TickRow LogArrivalValue { get; }

    /// <summary>Row of perceived log success at the border under what is announced of it less what crossing forfeits, s*; set by <see cref="Publish"/>.</summary>
    public TickRow Perceived { get; }

    /// <summary>Row of the value of an appointment times what a port is worth to the nationality, p V; set by <see cref="Publish"/>.</summary>
    public TickRow Appointment { get; }

    /// <summary>Row of the log of the chance of staying, ln S; set by <see cref="Process"/>.</summary>
    public TickRow LogSuccess => _logSuccess;

    /// <summary>
    /// Settles the fate of everyone who came in this tick, and follows how success is seen.
    /// </summary>
    /// <returns>Expulsions and returns to the neighbour that the rules asked for, events.</returns>
    public LaneVector Process(Octet octet, LaneVector accepted, BorderBehaviour behaviour)
    {
        var toNeighbour = _neighbourAccepts[octet];
        var sent = new NeighbourReturns(_expulsionShare[octet], _returnShare[octet], toNeighbour, accepted);
        var outcome = new BorderOutcome(_evasion[octet], sent.Expulsion, sent.Return, _releaseShare[octet], _retryShare[octet]);
        var attempting = octet.Sum(_mail.Attempting);
        var dead = attempting * _deathProbability[octet];
        var alive = attempting - dead;
        var evaded = alive * outcome.Evaded;
        var released = alive * outcome.Released;
        var atPort = octet.Sum(_mail.AtPort);
        var removedLater = octet[_released] * MonthlyRate.InTick(_removalRate[octet]);
        octet.Add(_dead, dead);
        octet.Add(_settled, evaded + atPort);
        octet.Add(_released, released - removedLater);
        var sentBack = alive * outcome.TurnedAway * sent.ToNeighbour;
        octet.Add(_mail.SentBack, sentBack);
        octet.Add(_mail.Homecoming, alive - evaded - released - sentBack + removedLater);
        var logSuccess = LaneMath.SafeLog(outcome.Success);
        octet[_logSuccess] = logSuccess;
        octet[_perceived] = Lag.Follow(octet[_perceived], logSuccess, behaviour.Following[octet]);
        var monthly = atPort / LaneMath.Of(LaneMath.TickMonths);
        octet[_throughput] = Lag.Follow(octet[_throughput], monthly, behaviour.Smoothing[octet]);
        _series.Record(octet, alive, outcome, dead, removedLater, sentBack, atPort);
        return sent.Asked(alive * outcome.Encountered, toNeighbour);
    }

    /// <inheritdoc cref="ISection.Prepare"/>
    public void Prepare(Octet octet) => _forfeited.Prepare(octet);

    /// <summary>Takes the appointments that are earmarked for the nationality.</summary>
    public void TakeEarmarked(Octet octet, LaneVector tick)
    {
        var waiting = octet.Sum(_mail.Waiting);
        var slots = LaneVector.Min(waiting, _portSlots[octet] * tick);
        octet[_slots] = slots;
        octet[_unserved] = waiting - slots;
    }

    /// <summary>Weight in the common appointments: of the people still waiting the part that would rather wait than cross, times their access.</summary>
    public LaneVector OpenWeight(Octet octet) => octet[_unserved] * octet[_seeking] * _portAccess[octet];

    /// <summary>Takes common appointments; returns how many.</summary>
    public LaneVector Take(Octet octet, LaneVector perWeight)
    {
        var taken = LaneVector.Min(octet[_unserved], perWeight * OpenWeight(octet));
        octet.Add(_slots, taken);
        octet[_unserved] = LaneVector.Max(octet[_unserved] - taken, LaneVector.Zero);
        return taken;
    }

    /// <summary>Tells those who wait how they choose, and remembers what arriving is worth; see <see cref="BorderChoice"/>.</summary>
    public void Publish(Octet octet, BorderBehaviour behaviour)
    {
        var slots = octet[_slots];
        var perceived = _announcements.Apply(octet, octet[_perceived], octet[_logSuccess], behaviour) - _forfeited.Of(octet);
        var throughput = LaneVector.Max(octet[_throughput], slots / LaneMath.Of(LaneMath.TickMonths));
        var appointment = BorderChoice.AppointmentValue(
            throughput, behaviour.AppointmentSuccess[octet], behaviour.WaitSensitivity[octet], BorderChoice.Wait(octet[_unserved], throughput));
        // Whom a port is worth more to sets out for it, too.
        var preferred = appointment * (_portPreference is { } preference ? preference[octet] : LaneVector.One);
        octet[Perceived] = perceived;
        octet[Appointment] = preferred;
        octet[LogArrivalValue] = LaneMath.SafeLog(BorderChoice.ValueOfArriving(perceived, preferred, behaviour.Sharpness[octet]));
        var choice = new BorderChoice(perceived, preferred, behaviour.GiveUpValue[octet], behaviour.Sharpness[octet]);
        octet[_seeking] = choice.Staying;
        octet.Add(_mail.CrossingShare, choice.Crossing);
        octet.Add(_mail.GiveUpShare, behaviour.TurningBackShare[octet] * choice.GoingHome);
        octet.Add(_mail.Appointments, slots);
        if (!_series.PerceivedSuccess.IsNone)
        {
            octet.Add(_series.PerceivedSuccess, LaneMath.SafeExp(perceived));
        }
    }

    private LaneVector FirstLogSuccess(BorderRegime regime, int octet) =>
        LaneMath.SafeLog(BorderOutcome.Of(regime, _context.Block.Inputs, octet).Success);
}
