using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Gives out the places of one channel. Each lot is split by weight among the nationalities it is open to, and within one by who is
/// ready; what one does not use is passed on. Places that are drawn go to all who are ready with the same chance, and who is not drawn is turned away.
/// </summary>
internal sealed class LotDesk
{
    private readonly QueueLine[] _lines;
    private readonly Lot[] _lots;
    private readonly SeasonalStays? _stays;
    private readonly LaneVector[] _decidedBefore;
    private readonly LaneVector[]? _lost;

    public LotDesk(CountryContext context, Channel channel, CommunityIndex[] communities, QueueLine[] lines, SeasonalStays? stays)
    {
        _lines = lines;
        _stays = stays;
        _lots = [.. channel.Lots.Select(l => CreateLot(context, channel, l, communities))];
        _decidedBefore = new LaneVector[lines.Length];
        _lost = _lots.Any(l => l.Pool is { IsLottery: true }) ? new LaneVector[lines.Length] : null;
    }

    /// <summary>A community is served when a lot that it is eligible for has places.</summary>
    public void MarkOpen(Octet octet)
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
                octet[_lines[i].IsOpen] = LaneVector.ConditionalSelect(isOpen, LaneVector.One, octet[_lines[i].IsOpen]);
            }
        }
    }

    /// <summary>Gives out the places of all lots in this tick.</summary>
    /// <param name="octet">Eight lanes.</param>
    /// <param name="approval">Share of the decisions that are approvals.</param>
    /// <param name="tick">Length of the tick, months.</param>
    public void Serve(Octet octet, LaneVector approval, LaneVector tick)
    {
        _lost?.AsSpan().Clear();
        foreach (var lot in _lots)
        {
            Serve(lot, octet, approval, tick);
        }
    }

    /// <summary>Decisions on a line in this tick, without those who lost a draw.</summary>
    public LaneVector Won(int line, Octet octet) => _lost is null ? octet[_lines[line].Decided] : octet[_lines[line].Decided] - _lost[line];

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
            _decidedBefore[i] = Won(i, octet);
        }

        var places = lot.Places[octet];
        LaneVector used;
        if (pool.IsLottery)
        {
            var offer = pool.OfferDrawn(octet, places, out var isDraw);
            used = (Draw(lot, octet, LaneMath.Ratio(offer, approval), isDraw)
                + Serve(lot, octet, LaneVector.ConditionalSelect(isDraw, LaneVector.Zero, LaneMath.Ratio(offer, approval)))) * approval;
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
                _stays!.Admit(octet, lot.Plan, _lines[i].Community, (Won(i, octet) - _decidedBefore[i]) * approval);
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
        var taking = LaneVector.ConditionalSelect(isDraw, LaneVector.One, LaneVector.Zero);
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

    private static Lot CreateLot(CountryContext context, Channel channel, ChannelLot lot, CommunityIndex[] communities)
    {
        var world = context.World;
        var parts = new LotShare(world, channel, lot);
        var lines = lot.Communities.Select(c => (
            Line: Array.IndexOf(communities, c), Share: context.Row(o => parts.Of(context.Block.Inputs, c, o)), world.Communities[c.Index].Nationality)).ToArray();
        return new Lot(
            lot,
            lot.Terms is { } terms ? new PlacePool(context, terms) : null,
            lot.Terms is { IsCounted: true } ? context.Recorder.Handle(Indicators.PlacesTaken, lot.Id, SeriesKey.All) : TickRow.None,
            context.Policy.Input(lot.Places),
            [.. lines.Select(l => (l.Line, l.Share))],
            [.. lines.GroupBy(l => l.Nationality).Select(g => new National(
                context.Row(o => parts.Weight(context.Block.Inputs, g.Key, o)), [.. g.Select(l => l.Line)]))]);
    }

    /// <summary>A lot: its places, where those taken are counted, its lines with the row of their part of them, and its lines by nationality.</summary>
    private sealed record Lot(ChannelLot Plan, PlacePool? Pool, TickRow Taken, InputRow Places, (int Line, int Share)[] Shares, National[] Nationalities);

    /// <summary>A nationality in a lot: row of its weight and its lines.</summary>
    private sealed record National(int Weight, int[] Lines);
}
