using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Start;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>The applicants of one community at one office.</summary>
internal sealed class QueueLine
{
    private readonly CountryContext _context;
    private readonly TickRow[] _applied;
    private readonly TickRow _admitted;
    private readonly TickRow _declined;
    private readonly TickRow _appeal;
    private readonly int _inProcess;
    private readonly int _posted;
    private readonly int _throughput;
    private readonly int _settled;
    private readonly TickRow _withdrawn;
    private readonly InputRow? _diaspora;
    private readonly InputRow[] _population;

    public QueueLine(CountryContext context, Settlement settlement, int channel, CommunityIndex community)
    {
        var world = context.World;
        _context = context;
        Community = community;
        Nationality = world.Communities[community.Index].Nationality;
        _applied = context.Mail.ReadRows(new WireRow(RowKind.Applied, channel, community.Index));
        _admitted = context.Mail.WriteRow(new WireRow(RowKind.Admitted, channel, community.Index))!.Value;
        _declined = context.Mail.WriteRow(new WireRow(RowKind.Declined, channel, community.Index))!.Value;
        _appeal = context.Mail.WriteRow(new WireRow(RowKind.ChannelAppeal, channel, community.Index))!.Value;
        var queues = context.Block.StartQueues;
        _inProcess = context.Row(o => queues.InProcess(channel, community, o));
        Ready = context.Row(o => queues.Queue(channel, community, o) - queues.InProcess(channel, community, o));
        _posted = context.Row(o => queues.Posted(channel, community, o));
        _throughput = context.Row(o => queues.Pace(channel, community, o));
        (Places, IsOpen, _withdrawn, Decided) = (context.Row(), context.Row(), context.TickRow(), context.TickRow());
        _settled = settlement.SettledRow(Nationality);
        var diaspora = world.Diasporas.FirstOrDefault(d => d.Country == context.Country && d.Nationality == Nationality);
        _diaspora = diaspora is null ? null : context.Policy.Input(diaspora.Persons);
        _population = [.. world.HomeCommunities(Nationality).Select(c => context.Policy.Input(world.Communities[c.Index].Persons))];
    }

    /// <summary>The community.</summary>
    public CommunityIndex Community { get; }

    /// <summary>Nationality of the community.</summary>
    public int Nationality { get; }

    /// <summary>Row of the places a month that stand for the community, see <see cref="LotShare"/>.</summary>
    public int Places { get; }

    /// <summary>Row that is 1 where a lot with places is open to the community, otherwise 0.</summary>
    public int IsOpen { get; }

    /// <summary>Row of the applicants ready for a decision; within a tick, of those not decided yet.</summary>
    public int Ready { get; }

    /// <summary>Row of the applicants decided in this tick.</summary>
    public TickRow Decided { get; }

    /// <summary>True where the channel is closed, nobody waits or applies, and nobody has been admitted so far.</summary>
    public bool IsDormant(Octet octet) =>
        LaneVector.EqualsAll(octet[IsOpen], LaneVector.Zero)
        && LaneVector.EqualsAll(octet[_inProcess], LaneVector.Zero)
        && LaneVector.EqualsAll(octet[Ready], LaneVector.Zero)
        && LaneVector.EqualsAll(octet[_throughput], LaneVector.Zero)
        && LaneVector.EqualsAll(octet[_posted], LaneVector.Zero)
        && LaneVector.EqualsAll(octet.Sum(_applied), LaneVector.Zero);

    /// <summary>New applicants join, some withdraw, some become ready; where the channel is closed all are sent away.</summary>
    public LaneVector Receive(Octet octet, LaneVector readyShare, LaneVector withdrawalShare, out LaneVector withdrawn)
    {
        var applied = octet.Sum(_applied);
        if (_context.Tick < StartQueues.TicksInPost)
        {
            applied += octet[_posted];
        }

        var flow = new QueueFlow(octet[_inProcess], octet[Ready], applied, octet[IsOpen], withdrawalShare, readyShare);
        withdrawn = flow.Withdrawn;
        octet[_withdrawn] = withdrawn;
        octet[_inProcess] = flow.InProcess;
        octet[Ready] = flow.Ready;
        octet[Decided] = LaneVector.Zero;
        return applied;
    }

    /// <summary>Decides a share of the applications that are ready.</summary>
    public void Decide(Octet octet, LaneVector share)
    {
        var decided = octet[Ready] * share;
        octet.Add(Ready, -decided);
        octet.Add(Decided, decided);
    }

    /// <summary>Tells the community what was decided.</summary>
    public void Answer(Octet octet, LaneVector admitted, LaneVector refused)
    {
        octet.Add(_admitted, admitted);
        octet.Add(_declined, refused + octet[_withdrawn]);
    }

    /// <summary>Expected wait, months: decision time plus queue over smoothed throughput, or over its places before any.</summary>
    public LaneVector Wait(Octet octet, LaneVector admittedPerMonth, LaneVector smoothing, LaneVector decisionMonths)
    {
        octet[_throughput] = Lag.Follow(octet[_throughput], admittedPerMonth, smoothing);
        return ChannelWait.Expected(Queue(octet), octet[_throughput], octet[Places], decisionMonths);
    }

    /// <summary>Applicants in process and ready.</summary>
    public LaneVector Queue(Octet octet) => octet[_inProcess] + octet[Ready];

    /// <summary>ln(diaspora here / population at home); the diaspora grows with those who settle.</summary>
    public LaneVector LogDiasporaShare(Octet octet)
    {
        var before = _diaspora is { } rows ? rows[octet] : LaneVector.Zero;
        var population = LaneVector.Zero;
        foreach (var home in _population)
        {
            population += home[octet];
        }

        return ChannelAppeal.LogDiasporaShare(before + octet[_settled], population);
    }

    /// <summary>Tells the community how the channel fares.</summary>
    public void Publish(Octet octet, LaneVector appeal) => octet.Add(_appeal, appeal);
}
