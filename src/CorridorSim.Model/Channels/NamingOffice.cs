using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// The office of a channel into which employers, relatives or agencies name people. Nobody applies: the places of a month, times the
/// season, go to nationalities by weight and to their communities by the people ready to move. Where people named earlier
/// still wait, places go to the front of their queue, to which others are added as fast as it grew before the start.
/// </summary>
internal sealed class NamingOffice
{
    private readonly CountryContext _context;
    private readonly Line[] _lines;
    private readonly Lot[] _lots;
    private readonly SeasonalStays? _stays;
    private readonly InputRow[] _season;
    private readonly InputRow _withdrawalRate;
    private readonly AdmittedWaits? _waits;
    private readonly NationalSeries _queue;
    private readonly NationalSeries _withdrawals;

    public NamingOffice(CountryContext context, Settlement settlement, int index)
    {
        _context = context;
        var channel = context.World.Channels[index];
        var communities = channel.Communities().ToArray();
        _lines = [.. communities.Select(c => CreateLine(index, channel, c))];
        _lots =
        [
            .. channel.Lots.Select(l => (Lot: l, Parts: new LotShare(context.World, channel, l))).Select(l => new Lot(
                l.Lot,
                l.Lot.Terms is { } terms ? new PlacePool(context, terms) : null,
                l.Lot.Terms is { IsCounted: true } ? context.Recorder.Handle(Indicators.PlacesTaken, l.Lot.Id, SeriesKey.All) : TickRow.None,
                context.Policy.Input(l.Lot.Places),
                [.. l.Lot.Communities.Select(c => (
                    Array.IndexOf(communities, c), context.Row(o => l.Parts.Of(context.Block.Inputs, c, o))))])),
        ];
        _stays = settlement.Stays(index);
        _season = [.. channel.Season.Select(context.Policy.Input)];
        _withdrawalRate = context.Policy.Input(channel.WithdrawalRate);
        _waits = channel.Backlogs.Count > 0 ? new AdmittedWaits(context, channel.Id, _lines.Length) : null;
        (_queue, _withdrawals) = (context.Series(Indicators.Queue, channel.Id), context.Series(Indicators.Withdrawals, channel.Id));
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(Octet octet)
    {
        var span = LaneMath.Of(LaneMath.TickMonths);
        if (_season.Length > 0)
        {
            span *= _season[(_context.Block.FirstMonth + _context.Month) % Units.MonthsOfYear][octet];
        }

        foreach (var lot in _lots)
        {
            Name(lot, octet, span);
        }

        if (_waits is not null)
        {
            Serve(octet, _waits);
        }

        foreach (var line in _lines)
        {
            _stays?.Admit(octet, line.Community, octet[line.Named]);
        }
    }

    /// <summary>Gives out the places of a lot in this tick: those who name people use them all.</summary>
    private void Name(Lot lot, Octet octet, LaneVector span)
    {
        var places = lot.Places[octet];
        var offer = lot.Pool?.Offer(octet, places) ?? (places * span);
        lot.Pool?.Keep(octet, places, offer, offer);
        Recorder.Add(lot.Taken, octet, offer);
        foreach (var (i, share) in lot.Shares)
        {
            var named = offer * octet[share];
            octet.Add(_lines[i].Named, named);
            if (lot.Plan.IsForSeason())
            {
                _stays!.Admit(octet, lot.Plan, _lines[i].Community, named);
            }
        }
    }

    /// <summary>Places go to who waits, at most as many as wait.</summary>
    private void Serve(Octet octet, AdmittedWaits waits)
    {
        var withdrawing = MonthlyRate.InTick(_withdrawalRate[octet]);
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i];
            var queue = new NamedQueue(octet[line.Queue], octet[line.Filings], octet[line.Named], withdrawing);
            octet[line.Named] = queue.Admitted;
            octet[line.Queue] = queue.Left;
            _queue.Count(line.Nationality, octet, queue.Left);
            _withdrawals.Count(line.Nationality, octet, queue.Withdrawn);
            if (waits.IsDue)
            {
                waits.Note(i, queue.Admitted, NamedQueue.Wait(queue.Left, octet[line.Filings]));
            }
        }

        if (waits.IsDue)
        {
            waits.Record(octet);
        }
    }

    private Line CreateLine(int index, Channel channel, CommunityIndex community)
    {
        var (world, inputs) = (_context.World, _context.Block.Inputs);
        var nationality = world.Communities[community.Index].Nationality;
        var backlog = channel.Backlogs.FirstOrDefault(b => b.Nationality == nationality);
        return new Line(
            community,
            nationality,
            _context.Mail.WriteRow(new WireRow(RowKind.Admitted, index, community.Index))!.Value,
            _context.Row(o => Waiting(o)),
            _context.Row(o => backlog is null ? LaneVector.Zero : NamedQueue.Filings(Waiting(o), inputs[backlog.WaitMonths, o])));

        LaneVector Waiting(int octet) => backlog is null
            ? LaneVector.Zero
            : inputs[backlog.Persons, octet] * PartOf(channel, community, octet);
    }

    /// <summary>Part of a nationality's queue that lives in a community, by the people ready to move.</summary>
    private LaneVector PartOf(Channel channel, CommunityIndex community, int octet)
    {
        var (world, inputs) = (_context.World, _context.Block.Inputs);
        var sum = LaneVector.Zero;
        foreach (var other in channel.Lots.SelectMany(l => l.Communities).Distinct().Where(c => world.Communities[c.Index].Nationality == world.Communities[community.Index].Nationality))
        {
            sum += Ready(other);
        }

        return LaneMath.Ratio(Ready(community), sum);

        LaneVector Ready(CommunityIndex c) => inputs[world.Communities[c.Index].Persons, octet] * inputs[world.Communities[c.Index].ReadyShare, octet];
    }

    /// <summary>A lot: its places, what it keeps of them, where those taken are counted, and its lines with the row of their part.</summary>
    private sealed record Lot(ChannelLot Plan, PlacePool? Pool, TickRow Taken, InputRow Places, (int Line, int Share)[] Shares);

    /// <summary>A community: rows of those named in this tick, of the queue and of those added to it a month.</summary>
    private sealed record Line(CommunityIndex Community, int Nationality, TickRow Named, int Queue, int Filings);
}
