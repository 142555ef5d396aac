using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Channels;

/// <summary>
/// People who come to work for a season. The office says how many of a community's admitted have a seasonal place; of who arrives
/// from there, the same part of those still to come does. When the season is over a share goes home and the others settle.
/// </summary>
internal sealed class SeasonalStays
{
    private readonly CountryContext _context;
    private readonly Line[] _lines;
    private readonly NationalSeries _workers;
    private readonly NationalSeries _returns;

    private SeasonalStays(CountryContext context, Settlement settlement, int channel)
    {
        _context = context;
        var plan = context.World.Channels[channel];
        _workers = context.Series(Indicators.SeasonalWorkers, plan.Id);
        _returns = context.Series(Indicators.SeasonalReturns, plan.Id);
        _lines =
        [
            .. plan.Lots.Where(l => l.IsForSeason()).SelectMany(l => l.Communities).Distinct().Order()
                .Select(c => CreateLine(settlement, plan, c)),
        ];
    }

    /// <summary>The stays of a channel; null when nobody comes for a season.</summary>
    public static SeasonalStays? Of(CountryContext context, Settlement settlement, int channel) =>
        context.World.Channels[channel].Lots.Any(l => l.IsForSeason()) ? new SeasonalStays(context, settlement, channel) : null;

    /// <summary>Notes who was admitted from a community in this tick.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="community">The community.</param>
    /// <param name="admitted">All of them.</param>
    public void Admit(Octet octet, CommunityIndex community, LaneVector admitted)
    {
        if (Find(community) is { } line)
        {
            octet.Add(line.ToCome, admitted);
        }
    }

    /// <summary>Notes who of them has a place of a seasonal lot.</summary>
    public void Admit(Octet octet, ChannelLot lot, CommunityIndex community, LaneVector admitted)
    {
        var line = Find(community)!;
        octet.Add(Array.Find(line.Stays, s => s.Lot == lot)!.ToCome, admitted);
    }

    /// <summary>People arrive from a community; returns those who come to settle.</summary>
    public LaneVector Arrive(Octet octet, CommunityIndex community, LaneVector persons)
    {
        if (Find(community) is not { } line)
        {
            return persons;
        }

        var toCome = octet[line.ToCome];
        var settling = persons;
        foreach (var stay in line.Stays)
        {
            var seasonal = SeasonalStay.Arriving(persons, octet[stay.ToCome], toCome, settling);
            octet.Add(stay.Workers, seasonal);
            octet[stay.ToCome] = SeasonalStay.ToCome(octet[stay.ToCome], seasonal);
            settling -= seasonal;
        }

        octet[line.ToCome] = SeasonalStay.ToCome(toCome, persons);
        return settling;
    }

    /// <summary>Where the season is over, workers go home or settle; records who stays and who goes.</summary>
    public void Leave(Octet octet)
    {
        var inputs = _context.Block.Inputs;
        var month = _context.Block.FirstMonth + _context.Month;
        foreach (var line in _lines)
        {
            foreach (var stay in line.Stays)
            {
                var terms = stay.Lot.Terms!;
                var isOn = SeasonCalendar.Includes(inputs[terms.Season!.First, octet.Index], inputs[terms.Season.Last, octet.Index], month);
                var ending = SeasonalStay.Ending(octet[stay.Workers], isOn);
                var returning = ending * inputs[terms.GoHomeShare!.Value, octet.Index];
                octet.Add(stay.Workers, -ending);
                octet.Add(line.Settled, ending - returning);
                octet.Add(line.Homecoming, returning);
                _returns.Count(line.Nationality, octet, returning);
                _workers.Count(line.Nationality, octet, octet[stay.Workers]);
            }
        }
    }

    private Line? Find(CommunityIndex community) => Array.Find(_lines, l => l.Community == community);

    private Line CreateLine(Settlement settlement, Channel plan, CommunityIndex community)
    {
        var nationality = _context.World.Communities[community.Index].Nationality;
        return new Line(
            community,
            nationality,
            settlement.SettledRow(nationality),
            _context.Mail.WriteRow(new WireRow(RowKind.Homecoming, nationality))!.Value,
            _context.Row(),
            [.. plan.Lots.Where(l => l.IsForSeason() && l.Communities.Contains(community)).Select(l => new Stay(l, _context.Row(), _context.PersonRow()))]);
    }

    /// <summary>One community: rows of those admitted who have not arrived, of who settles and of who goes home.</summary>
    private sealed record Line(CommunityIndex Community, int Nationality, int Settled, TickRow Homecoming, int ToCome, Stay[] Stays);

    /// <summary>One seasonal lot for a community: rows of those admitted by it who have not arrived, and of its workers here.</summary>
    private sealed record Stay(ChannelLot Lot, int ToCome, int Workers);
}
