using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Queues;
using CorridorSim.Model.Start;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Communities;

/// <summary>
/// One community: residents P, of whom a pool R is ready to move and Q wait for channels. Each tick a nested logit decides
/// who stays, who sets out on which route and who applies to which channel (McFadden 1978; Ortega and Peri 2013).
/// </summary>
internal sealed class CommunityChoice
{
    private readonly CountryContext _context;
    private readonly Community _community;
    private readonly int _residents;
    private readonly int _ready;
    private readonly int _queued;
    private readonly int _homeShare = -1;
    private readonly TickRow[] _homecoming;
    private readonly RouteOption[] _routes;
    private readonly ChannelOption[] _channels;
    private readonly NamedOption[] _named;
    private readonly InputRow _pull;
    private readonly InputRow _push;
    private readonly InputRow _readyShare;
    private readonly InputRow _renewal;
    private readonly InputRow _routeScale;
    private readonly InputRow _moveScale;
    private readonly TickRow? _displaced;
    private bool _hasNews;

    public CommunityChoice(CountryContext context, Settlement settlement, Transit transit, CommunityIndex index)
    {
        _context = context;
        _community = context.World.Communities[index.Index];
        var nationality = context.World.Nationalities[_community.Nationality];
        var inputs = context.Block.Inputs;
        _residents = context.PersonRow(o => inputs[_community.Persons, o]);
        var queues = context.Block.StartQueues;
        _ready = context.Row(o => ReadyPool.Start(inputs[_community.ReadyShare, o], inputs[_community.Persons, o], queues.QueuedOf(index, o)));
        _queued = context.Row(o => queues.QueuedOf(index, o));
        _homecoming = [];
        if (context.World.HomeCommunities(_community.Nationality).Contains(index))
        {
            _homeShare = context.Row(o => HomeShare(context, index, o));
            _homecoming = context.Mail.ReadRows(new WireRow(RowKind.Homecoming, _community.Nationality));
        }

        _displaced = settlement.DisplacedRow(_community.Nationality) is { } row && FirstHere(context, index) ? row : null;
        _routes = [.. RouteOption.Of(context, transit, index)];
        _channels = [.. ChannelOption.Of(context, index)];
        _named = [.. NamedOption.Of(context, index)];
        var behaviour = context.World.Behaviour;
        _pull = context.Policy.Input(nationality.Pull);
        _push = context.Policy.Input(nationality.Push);
        _readyShare = context.Policy.Input(_community.ReadyShare);
        _renewal = context.Policy.Input(_community.RenewalRate);
        _routeScale = context.Policy.Input(behaviour.RouteScale);
        _moveScale = context.Policy.Input(behaviour.MoveScale);
    }

    /// <summary>Hears of those who come home, from wherever people of the nationality may be sent or go home.</summary>
    public static void Declare(WorldPlan world, LetterBook letters)
    {
        foreach (var (sender, nationality) in RouteGeometry.ReturningFrom(world).Concat(RouteGeometry.WorkersReturningFrom(world)))
        {
            var home = world.Communities[world.Nationalities[nationality].HomeCommunity.Index].Country;
            letters.Tell(sender, [home], new WireRow(RowKind.Homecoming, nationality));
        }
    }

    /// <inheritdoc cref="ISection.Prepare"/>
    public void Prepare(Octet octet)
    {
        foreach (var route in _routes)
        {
            route.Prepare(octet);
        }
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(Octet octet)
    {
        ReceiveNews(octet);
        Replenish(octet);
        _hasNews = _hasNews || HasNews();
        if (_hasNews && _routes.Length + _channels.Length > 0)
        {
            Choose(octet);
        }

        foreach (var route in _routes)
        {
            route.Travel(octet);
        }
    }

    /// <summary>Once it is known how every way of moving fares, there is news at each tick.</summary>
    private bool HasNews() =>
        Array.TrueForAll(_routes, r => r.HasNews) && Array.TrueForAll(_channels, c => _context.Mail.HasArrived(c.Appeal));

    private void ReceiveNews(Octet octet)
    {
        foreach (var channel in _channels)
        {
            var admitted = octet[channel.Admitted];
            var declined = octet[channel.Declined];
            octet.Add(_residents, -admitted);
            octet.Add(_queued, -(admitted + declined));
            octet.Add(_ready, declined);
            octet.Add(channel.Arriving, channel.Travel(octet, admitted));
        }

        foreach (var named in _named)
        {
            named.Leave(octet, _residents, _ready, _queued);
        }

        if (_displaced is { } displaced)
        {
            octet.Add(_residents, octet[displaced]);
        }

        if (_homeShare >= 0)
        {
            var back = octet.Sum(_homecoming) * octet[_homeShare];
            octet.Add(_residents, back);
            octet.Add(_ready, back);
        }
    }

    /// <summary>True for the first community of its nationality in its country: the displaced join that one.</summary>
    private static bool FirstHere(CountryContext context, CommunityIndex index)
    {
        var community = context.World.Communities[index.Index];
        for (var c = 0; c < index.Index; c++)
        {
            if (context.World.Communities[c].Country == community.Country && context.World.Communities[c].Nationality == community.Nationality)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Part of those who come home that joins the community: by residents at the start.</summary>
    private static LaneVector HomeShare(CountryContext context, CommunityIndex index, int octet)
    {
        var (world, inputs) = (context.World, context.Block.Inputs);
        var nationality = world.Communities[index.Index].Nationality;
        var sum = LaneVector.Zero;
        foreach (var home in world.HomeCommunities(nationality))
        {
            sum += inputs[world.Communities[home.Index].Persons, octet];
        }

        return ReadyPool.HomeShare(inputs[world.Communities[index.Index].Persons, octet], sum, world.Nationalities[nationality].HomeCommunity == index);
    }

    /// <summary>R grows towards its share of the residents: R += dt r max(0, m P - R - Q).</summary>
    private void Replenish(Octet octet)
    {
        octet.Add(_ready, ReadyPool.Growth(_readyShare[octet], octet[_residents], octet[_ready], octet[_queued], _renewal[octet]));
    }

    /// <summary>
    /// U = pull + push + shock + appeal of the route; I = rho ln sum exp(U / rho); M = exp(I / mu) + sum exp(L / mu);
    /// leaving = R (1 - e^-dt) M^mu / (1 + M^mu), split in proportion to the terms of M and of the nest.
    /// </summary>
    private void Choose(Octet octet)
    {
        var rho = _routeScale[octet];
        var mu = _moveScale[octet];
        var shock = _context.Block.Shocks[(_community.Nationality * _context.Block.Months) + _context.Month, octet];
        var wish = _pull[octet] + _push[octet] + shock;

        var nest = LaneVector.Zero;
        foreach (var route in _routes)
        {
            nest += route.Weigh(octet, wish, rho);
        }

        var irregular = MovingChoice.OddsOfAny(rho / mu, nest);
        var moving = irregular;
        foreach (var channel in _channels)
        {
            var weight = MovingChoice.UnlessClosed(MovingChoice.Weight(octet[channel.Appeal], mu));
            octet[channel.Weight] = weight;
            moving += weight;
        }

        var leaving = MovingChoice.Leaving(octet[_ready] * LaneMath.Of(LaneMath.ConsideringShare), MovingChoice.Odds(mu, moving));
        Leave(octet, leaving, LaneMath.Ratio(irregular, moving), moving, nest);
    }

    private void Leave(Octet octet, LaneVector leaving, LaneVector irregularShare, LaneVector moving, LaneVector nest)
    {
        var departing = LaneVector.Zero;
        foreach (var route in _routes)
        {
            var persons = leaving * irregularShare * LaneMath.Ratio(octet[route.Weight], nest);
            route.Depart(octet, persons);
            departing += persons;
        }

        var applying = LaneVector.Zero;
        foreach (var channel in _channels)
        {
            var persons = leaving * LaneMath.Ratio(octet[channel.Weight], moving);
            octet.Add(channel.Applied, persons);
            applying += persons;
        }

        octet.Add(_residents, -departing);
        octet[_ready] = LaneVector.Max(octet[_ready] - departing - applying, LaneVector.Zero);
        octet.Add(_queued, applying);
    }
}
