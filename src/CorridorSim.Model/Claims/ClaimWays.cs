using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Rules.Time;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Claims;

/// <summary>
/// Who comes to claim, way by way: N = level x factor x uptake x season x e^(push + shock) x J^eta a month. The uptake of a way spreads
/// from person to person, U' = g U (1 - U), and takes a share of those who came by the ways it replaces. J is the chance not to be turned
/// back, as people perceive it with a lag (<c>behaviour.perception-lag-months</c>); eta is <c>behaviour.arrival-elasticity</c>.
/// </summary>
internal sealed class ClaimWays
{
    private readonly CountryContext _context;
    private readonly Way[] _ways;
    private readonly InputRow[] _push;
    private readonly InputRow _elasticity;
    private readonly InputRow _lag;
    private readonly int _turnedBack;

    public ClaimWays(CountryContext context, Procedure procedure)
    {
        _context = context;
        var inputs = context.Block.Inputs;
        _turnedBack = context.PersonRow();
        _push = [.. procedure.Nationals.Select(n => context.Policy.Input(context.World.Nationalities[n.Nationality].Push))];
        _elasticity = context.Policy.Input(context.World.Behaviour.ArrivalElasticity);
        _lag = context.Policy.Input(context.World.Behaviour.PerceptionLagMonths);
        _ways =
        [
            .. procedure.Ways.Select(w => new Way(
                w,
                context.Row(o => inputs[w.Uptake, o]),
                context.Row(),
                context.Policy.Input(w.Growth),
                context.Policy.Input(w.ReplacedShare),
                context.Policy.Input(w.HeldShare),
                context.Policy.Input(w.TurnedBack),
                [.. w.Season.Select(context.Policy.Input)],
                [.. w.Users.Select(u => new User(
                    u.National, procedure.Nationals[u.National].Nationality, context.Policy.Input(u.Level), context.Policy.Input(u.Factor), context.TickRow()))],
                context.Series(Indicators.WayArrivals, w.Id),
                context.Series(Indicators.TurnedBack, w.Id))),
        ];
    }

    /// <summary>Rows of people who enter the country in a tick.</summary>
    public IEnumerable<TickRow> Entering => _ways.SelectMany(w => w.Users).Select(u => u.Arriving);

    /// <summary>The greatest share of claims of any way that is held back.</summary>
    public LaneVector Held(Octet octet)
    {
        var held = LaneVector.Zero;
        foreach (var way in _ways)
        {
            held = LaneVector.Max(held, way.HeldShare[octet]);
        }

        return held;
    }

    /// <summary>Adds those who claim in this tick to the rows of the nationals.</summary>
    /// <param name="octet">Eight lanes.</param>
    /// <param name="claims">Per national, all who claim.</param>
    /// <param name="held">Per national, those of them whose claims may not be decided for the time being.</param>
    public void Advance(Octet octet, TickRow[] claims, TickRow[] held)
    {
        foreach (var way in _ways)
        {
            octet[way.Uptake] = ClaimArrivals.Spread(octet[way.Uptake], way.Growth[octet]);
        }

        foreach (var way in _ways)
        {
            Come(way, octet, claims, held);
        }
    }

    private void Come(Way way, Octet octet, TickRow[] claims, TickRow[] held)
    {
        var block = _context.Block;
        var span = LaneMath.Of(LaneMath.TickMonths) * octet[way.Uptake];
        if (way.Season.Length > 0)
        {
            span *= way.Season[(block.FirstMonth + _context.Month) % Units.MonthsOfYear][octet];
        }

        foreach (var other in way.Plan.ReplacedBy)
        {
            span *= ClaimArrivals.NotReplaced(way.ReplacedShare[octet], octet[_ways[other].Uptake]);
        }

        // Perceived log success starts at 0: nobody had been turned back.
        span *= ClaimArrivals.Drawn(_elasticity[octet], octet[way.Perceived]);
        var all = LaneVector.Zero;
        foreach (var user in way.Users)
        {
            var shock = block.Shocks[(user.Nationality * block.Months) + _context.Month, octet];
            var arriving = ClaimArrivals.Persons(span, user.Level[octet], user.Factor[octet], _push[user.National][octet], shock);
            octet[user.Arriving] = arriving;
            all += arriving;
            way.Arrivals.Count(user.Nationality, octet, arriving);
        }

        var turned = ClaimArrivals.TurnedShare(way.TurnedBack[octet], all);
        foreach (var user in way.Users)
        {
            var back = octet[user.Arriving] * turned;
            octet.Add(_turnedBack, back);
            var claiming = octet[user.Arriving] - back;
            octet.Add(claims[user.National], claiming);
            octet.Add(held[user.National], claiming * way.HeldShare[octet]);
            way.Returned.Count(user.Nationality, octet, back);
        }

        octet[way.Perceived] = Lag.Follow(octet[way.Perceived], ClaimArrivals.LogSuccess(turned), LaneMath.OutflowShare(_lag[octet]));
    }

    private sealed record Way(
        ClaimWay Plan,
        int Uptake,
        int Perceived,
        InputRow Growth,
        InputRow ReplacedShare,
        InputRow HeldShare,
        InputRow TurnedBack,
        InputRow[] Season,
        User[] Users,
        NationalSeries Arrivals,
        NationalSeries Returned);

    private sealed record User(int National, int Nationality, InputRow Level, InputRow Factor, TickRow Arriving);
}
