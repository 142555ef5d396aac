using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// The office of one channel. Applicants are first in process for the decision time, then ready for the places that its lots give out.
/// They stay residents where they live: the office holds claims, not people.
/// </summary>
internal sealed class Office
{
    private const double Closed = -1e4;

    private readonly CountryContext _context;
    private readonly QueueLine[] _lines;
    private readonly LotDesk _lots;
    private readonly OfficeSeries _series;
    private readonly AdmittedWaits _waits;
    private readonly SeasonalStays? _stays;
    private readonly InputRow _appeal;
    private readonly InputRow _approvalShare;
    private readonly InputRow _decisionMonths;
    private readonly InputRow _withdrawalRate;
    private readonly InputRow _fee;
    private readonly InputRow _diasporaElasticity;
    private readonly InputRow _waitSensitivity;
    private readonly InputRow _costSensitivity;
    private readonly InputRow _throughputMonths;
    private readonly int _becomingReady;
    private readonly int _smoothing;

    public Office(CountryContext context, Settlement settlement, int index)
    {
        _context = context;
        var channel = context.World.Channels[index];
        var communities = channel.Communities().ToArray();
        _lines = [.. communities.Select(c => new QueueLine(context, settlement, index, c))];
        _series = new OfficeSeries(context, channel.Id);
        _waits = new AdmittedWaits(context, channel.Id, _lines.Length);
        _stays = settlement.Stays(index);
        _lots = new LotDesk(context, channel, communities, _lines, _stays);
        var behaviour = context.World.Behaviour;
        _appeal = context.Policy.Input(channel.Appeal);
        _approvalShare = context.Policy.Input(channel.ApprovalShare);
        _decisionMonths = context.Policy.Input(channel.DecisionMonths);
        _withdrawalRate = context.Policy.Input(channel.WithdrawalRate);
        _fee = context.Policy.Input(channel.Fee);
        _diasporaElasticity = context.Policy.Input(behaviour.DiasporaElasticity);
        _waitSensitivity = context.Policy.Input(behaviour.WaitSensitivity);
        _costSensitivity = context.Policy.Input(behaviour.CostSensitivity);
        _throughputMonths = context.Policy.Input(behaviour.ThroughputMonths);
        (_becomingReady, _smoothing) = (context.Row(), context.Row());
    }

    /// <summary>Works out the shares that move in a tick, and which communities a lot with places is open to.</summary>
    public void Prepare(Octet octet)
    {
        octet[_becomingReady] = LaneMath.OutflowShare(_decisionMonths[octet]);
        octet[_smoothing] = LaneMath.OutflowShare(_throughputMonths[octet]);
        _lots.MarkOpen(octet);
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(Octet octet)
    {
        if (IsDormant(octet))
        {
            foreach (var line in _lines)
            {
                line.Publish(octet, LaneMath.Of(Closed));
            }

            if (_waits.IsDue)
            {
                _waits.RecordNobody(octet);
            }

            return;
        }

        var tick = LaneMath.Of(LaneMath.TickMonths);
        var withdrawalShare = MonthlyRate.InTick(_withdrawalRate[octet]);
        foreach (var line in _lines)
        {
            var applied = line.Receive(octet, octet[_becomingReady], withdrawalShare, out var withdrawn);
            _series.Applications.Count(line.Nationality, octet, applied);
            _series.Withdrawals.Count(line.Nationality, octet, withdrawn);
        }

        var approval = _approvalShare[octet];
        _lots.Serve(octet, approval, tick);

        for (var i = 0; i < _lines.Length; i++)
        {
            Close(i, octet, approval, tick);
        }

        if (_waits.IsDue)
        {
            _waits.Record(octet);
        }
    }

    /// <summary>True when the channel has not opened in any of the lanes and nobody has applied: nothing can happen.</summary>
    private bool IsDormant(Octet octet)
    {
        foreach (var line in _lines)
        {
            if (!line.IsDormant(octet))
            {
                return false;
            }
        }

        return true;
    }

    private void Close(int i, Octet octet, LaneVector approval, LaneVector tick)
    {
        var line = _lines[i];
        var decided = octet[line.Decided];
        var admitted = _lots.Won(i, octet) * approval;
        var refused = decided - admitted;
        line.Answer(octet, admitted, refused);
        _stays?.Admit(octet, line.Community, admitted);
        var wait = line.Wait(octet, admitted / tick, octet[_smoothing], _decisionMonths[octet]);
        line.Publish(octet, Appeal(line, octet, wait));
        if (_waits.IsDue)
        {
            _waits.Note(i, admitted, wait);
        }

        _series.Approvals.Count(line.Nationality, octet, admitted);
        _series.Refusals.Count(line.Nationality, octet, refused);
        _series.Queue.Count(line.Nationality, octet, line.Queue(octet));
    }

    /// <summary>The appeal of the channel where it is open to the community; nobody applies where it is not.</summary>
    private LaneVector Appeal(QueueLine line, Octet octet, LaneVector wait)
    {
        var appeal = ChannelAppeal.Of(
            _appeal[octet], _diasporaElasticity[octet], line.LogDiasporaShare(octet), _waitSensitivity[octet], wait, _costSensitivity[octet], _fee[octet]);
        return LaneVector.ConditionalSelect(LaneVector.GreaterThan(octet[line.IsOpen], LaneVector.Zero), appeal, LaneMath.Of(Closed));
    }
}
