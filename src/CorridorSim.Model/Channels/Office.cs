using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// The office of one channel. Applicants are first in process for the decision time, then ready; each lot of places is split
/// by weight among the nationalities it is open to, and within one by who is ready; what one does not use is passed on. Places that are
/// drawn go to all who are ready with the same chance, and who is not drawn is turned away. Applicants
/// stay residents where they live: the office holds claims, not people.
/// </summary>
internal sealed class Office
{
    private const double Closed = -1e4;

    private readonly CountryContext _context;
    private readonly QueueLine[] _lines;
    private readonly Lot[] _lots;
    private readonly OfficeSeries _series;
    private readonly AdmittedWaits _waits;
    private readonly SeasonalStays? _stays;
    private readonly LaneVector[] _decidedBefore;
    private readonly LaneVector[]? _lost;
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
        _lots = [.. channel.Lots.Select(l => CreateLot(context, channel, l, communities))];
        _series = new OfficeSeries(context, channel.Id);
        _waits = new AdmittedWaits(context, channel.Id, _lines.Length);
        _stays = settlement.Stays(index);
        _decidedBefore = new LaneVector[_lines.Length];
        _lost = _lots.Any(l => l.Pool is { IsLottery: true }) ? new LaneVector[_lines.Length] : null;
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
        MarkOpen(octet);
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
        _lost?.AsSpan().Clear();
        foreach (var lot in _lots)
        {
            Serve(lot, octet, approval, tick);
        }

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

    /// <summary>A community is served when a lot that it is eligible for has places.</summary>
    private void MarkOpen(Octet octet)
    {
        foreach (var line in _lines)
        {
            octet[line.Places] = LaneVector.Zero;
            octet[line.IsOpen] = LaneVector.Zero;
        }

        foreach (var lot in _lots)
        {
            var places = OfferedPlaces.PerMonth(lot.Places[octet], lot.Plan.Terms is { IsYearly: true });
            var isOpen = OfferedPlaces.Any(places);
            foreach (var (i, share) in lot.Shares)
            {
                octet.Add(_lines[i].Places, places * octet[share]);
                octet[_lines[i].IsOpen] = Vector512.ConditionalSelect(isOpen, LaneVector.One, octet[_lines[i].IsOpen]);
            }
        }
    }

    /// <summary>Gives out the places of a lot in this tick.</summary>
    private void Serve(Lot lot, Octet octet, LaneVector approval, LaneVector tick)
    {
        if (lot.Pool is not { } pool)
        {
            _ = Serve(lot, octet, LaneMath.Ratio(lot.Places[octet] * tick, approval));
            return;
        }

        for (var i = 0; i < _lines.Length; i++)
        {
            _decidedBefore[i] = _lost is null ? octet[_lines[i].Decided] : octet[_lines[i].Decided] - _lost[i];
        }

        var places = lot.Places[octet];
        LaneVector used;
        if (pool.IsLottery)
        {
            var offer = pool.OfferDrawn(octet, places, out var isDraw);
            used = (Draw(lot, octet, LaneMath.Ratio(offer, approval), isDraw)
                + Serve(lot, octet, Vector512.ConditionalSelect(isDraw, LaneVector.Zero, LaneMath.Ratio(offer, approval)))) * approval;
            pool.Take(octet, places, used);
        }
        else
        {
            var offer = pool.Offer(octet, places);
            used = Serve(lot, octet, LaneMath.Ratio(offer, approval)) * approval;
            pool.Keep(octet, places, offer, used);
        }

        Recorder.Add(lot.Taken, octet, used);
        if (lot.Plan.IsForSeason())
        {
            foreach (var (i, _) in lot.Shares)
            {
                var drawn = _lost is null ? octet[_lines[i].Decided] : octet[_lines[i].Decided] - _lost[i];
                _stays!.Admit(octet, lot.Plan, _lines[i].Community, (drawn - _decidedBefore[i]) * approval);
            }
        }
    }

    /// <summary>Decides on all who are ready in the lanes in which places are drawn: the same share of each wins, the others lose. Returns how many win.</summary>
    private LaneVector Draw(Lot lot, Octet octet, LaneVector decisions, LaneVector isDraw)
    {
        var all = LaneVector.Zero;
        foreach (var (i, _) in lot.Shares)
        {
            all += octet[_lines[i].Ready];
        }

        var chance = LotteryDraw.Chance(decisions, all);
        var taking = Vector512.ConditionalSelect(isDraw, LaneVector.One, LaneVector.Zero);
        foreach (var (i, _) in lot.Shares)
        {
            _lost![i] += octet[_lines[i].Ready] * taking * (LaneVector.One - chance);
            _lines[i].Decide(octet, taking);
        }

        return all * taking * chance;
    }

    /// <summary>
    /// Splits decisions by weight among the nationalities with applicants and passes on what is unused, until either is at an end: each
    /// round uses up the decisions or leaves one nationality without applicants. Within a nationality the same share of
    /// each community's applicants is decided. Returns how many were.
    /// </summary>
    private LaneVector Serve(Lot lot, Octet octet, LaneVector decisions)
    {
        var left = decisions;
        for (var round = 0; round < lot.Nationalities.Length; round++)
        {
            var waiting = LaneVector.Zero;
            foreach (var (weight, lines) in lot.Nationalities)
            {
                waiting += PlaceSplit.Counting(Ready(lines, octet), octet[weight]);
            }

            if (PlaceSplit.IsOver(left, waiting))
            {
                break;
            }

            var each = PlaceSplit.PerWeight(left, waiting);
            foreach (var (weight, lines) in lot.Nationalities)
            {
                left -= Decide(lines, octet, each * octet[weight]);
            }

            left = PlaceSplit.Left(left, decisions);
        }

        return decisions - left;
    }

    private LaneVector Ready(int[] lines, Octet octet)
    {
        var ready = LaneVector.Zero;
        foreach (var i in lines)
        {
            ready += octet[_lines[i].Ready];
        }

        return ready;
    }

    /// <summary>Decides at most so many applications of the lines, the same share of each; returns how many.</summary>
    private LaneVector Decide(int[] lines, Octet octet, LaneVector most)
    {
        var ready = Ready(lines, octet);
        var share = PlaceSplit.Satisfied(most, ready);
        foreach (var i in lines)
        {
            _lines[i].Decide(octet, share);
        }

        return ready * share;
    }

    private static Lot CreateLot(CountryContext context, Channel channel, ChannelLot lot, int[] communities)
    {
        var world = context.World;
        var lines = lot.Communities.Select(c => (
            Line: Array.IndexOf(communities, c), Share: context.Row(o => LotShare.Of(world, context.Block.Inputs, channel, lot, c, o)), world.Communities[c].Nationality)).ToArray();
        return new Lot(
            lot,
            lot.Terms is { } terms ? new PlacePool(context, terms) : null,
            lot.Terms is { IsCounted: true } ? context.Recorder.Handle(Indicators.PlacesTaken, lot.Id, SeriesKey.All) : TickRow.None,
            context.Policy.Input(lot.Places),
            [.. lines.Select(l => (l.Line, l.Share))],
            [.. lines.GroupBy(l => l.Nationality).Select(g => new National(
                context.Row(o => LotShare.Weight(world, context.Block.Inputs, channel, lot, g.Key, o)), [.. g.Select(l => l.Line)]))]);
    }

    private void Close(int i, Octet octet, LaneVector approval, LaneVector tick)
    {
        var line = _lines[i];
        var decided = octet[line.Decided];
        var admitted = _lost is null ? decided * approval : (decided - _lost[i]) * approval;
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
        return Vector512.ConditionalSelect(Vector512.GreaterThan(octet[line.IsOpen], LaneVector.Zero), appeal, LaneMath.Of(Closed));
    }

    /// <summary>A lot: its places, where those taken are counted, its lines with the row of their part of them, and its lines by nationality.</summary>
    private sealed record Lot(ChannelLot Plan, PlacePool? Pool, TickRow Taken, InputRow Places, (int Line, int Share)[] Shares, National[] Nationalities);

    /// <summary>A nationality in a lot: row of its weight and its lines.</summary>
    private sealed record National(int Weight, int[] Lines);
}
