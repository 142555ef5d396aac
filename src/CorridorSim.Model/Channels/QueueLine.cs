using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>The applicants of one community at one office.</summary>
internal sealed class QueueLine
{
    private const double LongestWaitMonths = 240;

    private readonly CountryContext _context;
    private readonly WireAddress[] _applied;
    private readonly WireAddress _admitted;
    private readonly WireAddress _declined;
    private readonly WireAddress _appeal;
    private readonly int _inProcess;
    private readonly int _ready;
    private readonly int _throughput;
    private readonly int _settled;
    private readonly Func<InputRow>? _diasporaHandle;
    private readonly Func<InputRow> _populationHandle;
    private InputRow? _diaspora;
    private InputRow _population;
    private LaneVector _withdrawn;

    public QueueLine(CountryContext context, Settlement settlement, int channel, int community)
    {
        var world = context.World;
        _context = context;
        Nationality = world.Communities[community].Nationality;
        _applied = context.Mail.Incoming(new WireRow(RowKind.Applied, channel, community));
        _admitted = context.Mail.Outgoing(new WireRow(RowKind.Admitted, channel, community))!.Value;
        _declined = context.Mail.Outgoing(new WireRow(RowKind.Declined, channel, community))!.Value;
        _appeal = context.Mail.Outgoing(new WireRow(RowKind.ChannelAppeal, channel, community))!.Value;
        var queues = context.Block.StartQueues;
        _inProcess = context.Row(o => queues.InProcess(channel, community, o));
        _ready = context.Row(o => queues.Queue(channel, community, o) - queues.InProcess(channel, community, o));
        _throughput = context.Row(o => queues.Pace(channel, community, o));
        _settled = settlement.SettledRow(Nationality);
        var diaspora = world.Diasporas.FirstOrDefault(d => d.Country == context.Country && d.Nationality == Nationality);
        _diasporaHandle = diaspora is null ? null : context.Policy.Handle(diaspora.Persons);
        _populationHandle = context.Policy.Handle(world.Communities[world.Nationalities[Nationality].HomeCommunity].Persons);
    }

    /// <summary>Nationality of the community.</summary>
    public int Nationality { get; }

    /// <summary>Places a month that an equal split would give the community.</summary>
    public LaneVector Places { get; set; }

    /// <summary>1 where a lot with places is open to the community, otherwise 0.</summary>
    public LaneVector IsOpen { get; set; }

    /// <summary>Applicants ready for a decision and not decided yet in this tick.</summary>
    public LaneVector Ready { get; private set; }

    /// <summary>Applicants decided in this tick.</summary>
    public LaneVector Decided { get; private set; }

    /// <summary>1 where applicants are ready, otherwise 0.</summary>
    public LaneVector HasReady =>
        Vector512.ConditionalSelect(Vector512.GreaterThan(Ready, LaneVector.Zero), LaneVector.One, LaneVector.Zero);

    /// <summary>Takes the input handles.</summary>
    public void Start() => (_diaspora, _population) = (_diasporaHandle?.Invoke(), _populationHandle());

    /// <summary>New applicants join, some withdraw, some become ready; where the channel is closed all are sent away.</summary>
    public LaneVector Receive(int octet, LaneVector readyShare, LaneVector withdrawalShare, out LaneVector withdrawn)
    {
        var state = _context.State;
        var applied = _context.Mail.Sum(_applied, octet);
        var inProcess = state[_inProcess, octet] + applied;
        var ready = state[_ready, octet];
        var leaving = Vector512.ConditionalSelect(
            Vector512.GreaterThan(IsOpen, LaneVector.Zero), LaneMath.Clamp(withdrawalShare, 0, 1), LaneVector.One);
        withdrawn = _withdrawn = (inProcess + ready) * leaving;
        inProcess -= inProcess * leaving;
        ready -= ready * leaving;
        var becoming = inProcess * readyShare;
        state[_inProcess, octet] = inProcess - becoming;
        Ready = ready + becoming;
        Decided = LaneVector.Zero;
        return applied;
    }

    /// <summary>Decides at most so many applications; returns how many.</summary>
    public LaneVector Decide(LaneVector most)
    {
        var decided = Vector512.Min(Ready, most);
        Ready -= decided;
        Decided += decided;
        return decided;
    }

    /// <summary>Tells the community what was decided.</summary>
    public void Answer(int octet, LaneVector admitted, LaneVector refused)
    {
        _context.State[_ready, octet] = Ready;
        _context.Mail.Write(_admitted, octet, admitted);
        _context.Mail.Write(_declined, octet, refused + _withdrawn);
    }

    /// <summary>Expected wait, months: decision time plus queue over smoothed throughput, or over its places before any.</summary>
    public LaneVector Wait(int octet, LaneVector admittedPerMonth, LaneVector smoothing, LaneVector decisionMonths)
    {
        var state = _context.State;
        state.Add(_throughput, octet, smoothing * (admittedPerMonth - state[_throughput, octet]));
        var pace = Vector512.Max(state[_throughput, octet], Places * LaneMath.Of(0.1));
        return Vector512.Min(decisionMonths + LaneMath.Ratio(Queue(octet), pace), LaneMath.Of(LongestWaitMonths));
    }

    /// <summary>Applicants in process and ready.</summary>
    public LaneVector Queue(int octet) => _context.State[_inProcess, octet] + _context.State[_ready, octet];

    /// <summary>ln(diaspora here / population at home); the diaspora grows with those who settle.</summary>
    public LaneVector LogDiasporaShare(int octet)
    {
        var before = _diaspora is { } rows ? rows[octet] : LaneVector.Zero;
        var here = before + _context.State[_settled, octet] + LaneVector.One;
        return LaneMath.SafeLog(here / _population[octet]);
    }

    /// <summary>Tells the community how the channel fares.</summary>
    public void Publish(int octet, LaneVector appeal) => _context.Mail.Write(_appeal, octet, appeal);
}
