using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Routes;
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
    private readonly bool _isHome;
    private readonly WireAddress[] _homecoming;
    private readonly RouteOption[] _routes;
    private readonly ChannelOption[] _channels;
    private readonly Func<InputRow>[] _handles;
    private InputRow _pull;
    private InputRow _push;
    private InputRow _readyShare;
    private InputRow _renewal;
    private InputRow _routeScale;
    private InputRow _moveScale;

    public CommunityChoice(CountryContext context, Transit transit, int index)
    {
        _context = context;
        _community = context.World.Communities[index];
        var nationality = context.World.Nationalities[_community.Nationality];
        var inputs = context.Block.Inputs;
        _residents = context.PersonRow(o => inputs[_community.Persons, o]);
        var queues = context.Block.StartQueues;
        _ready = context.Row(o => Vector512.Max(
            (inputs[_community.Persons, o] * inputs[_community.ReadyShare, o]) - queues.QueuedOf(index, o), LaneVector.Zero));
        _queued = context.Row(o => queues.QueuedOf(index, o));
        _isHome = nationality.HomeCommunity == index;
        _homecoming = _isHome ? context.Mail.Incoming(new WireRow(RowKind.Homecoming, _community.Nationality)) : [];
        _routes = [.. RouteOption.Of(context, transit, index)];
        _channels = [.. ChannelOption.Of(context, index)];
        var behaviour = context.World.Behaviour;
        _handles =
        [
            context.Policy.Handle(nationality.Pull),
            context.Policy.Handle(nationality.Push),
            context.Policy.Handle(_community.ReadyShare),
            context.Policy.Handle(_community.RenewalRate),
            context.Policy.Handle(behaviour.RouteScale),
            context.Policy.Handle(behaviour.MoveScale),
        ];
    }

    /// <summary>Takes the input handles.</summary>
    public void Start()
    {
        (_pull, _push, _readyShare) = (_handles[0](), _handles[1](), _handles[2]());
        (_renewal, _routeScale, _moveScale) = (_handles[3](), _handles[4](), _handles[5]());
        foreach (var route in _routes)
        {
            route.Start();
        }
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(int octet)
    {
        ReceiveNews(octet);
        Replenish(octet);
        if (_routes.Length + _channels.Length > 0 && HasNews())
        {
            Choose(octet);
        }

        foreach (var route in _routes)
        {
            route.Travel(octet);
        }
    }

    private bool HasNews() =>
        _routes.All(r => r.HasNews) && _channels.All(c => _context.Mail.HasArrived(c.Appeal));

    private void ReceiveNews(int octet)
    {
        var state = _context.State;
        foreach (var channel in _channels)
        {
            var admitted = _context.Mail.Read(channel.Admitted, octet);
            var declined = _context.Mail.Read(channel.Declined, octet);
            state.Add(_residents, octet, -admitted);
            state.Add(_queued, octet, -(admitted + declined));
            state.Add(_ready, octet, declined);
            _context.Mail.Write(channel.Arriving, octet, admitted);
        }

        if (_isHome)
        {
            var back = _context.Mail.Sum(_homecoming, octet);
            state.Add(_residents, octet, back);
            state.Add(_ready, octet, back);
        }
    }

    /// <summary>R grows towards its share of the residents: R += dt r max(0, m P - R - Q).</summary>
    private void Replenish(int octet)
    {
        var state = _context.State;
        var gap = (_readyShare[octet] * state[_residents, octet]) - state[_ready, octet] - state[_queued, octet];
        state.Add(_ready, octet, LaneMath.Of(LaneMath.TickMonths) * _renewal[octet] * Vector512.Max(gap, LaneVector.Zero));
    }

    /// <summary>
    /// U = pull + push + shock + appeal of the route; I = rho ln sum exp(U / rho); M = exp(I / mu) + sum exp(L / mu);
    /// leaving = R (1 - e^-dt) M^mu / (1 + M^mu), split in proportion to the terms of M and of the nest.
    /// </summary>
    private void Choose(int octet)
    {
        var rho = _routeScale[octet];
        var mu = _moveScale[octet];
        var shock = _context.Block.Shocks[(_community.Nationality * _context.Block.Plan.Experiment.Months) + _context.Month, octet];
        var wish = _pull[octet] + _push[octet] + shock;
        var nest = LaneVector.Zero;
        foreach (var route in _routes)
        {
            nest += route.Weigh(octet, wish, rho);
        }

        var irregular = LaneMath.SafeExp(rho / mu * LaneMath.SafeLog(nest));
        irregular = Vector512.ConditionalSelect(Vector512.GreaterThan(nest, LaneVector.Zero), irregular, LaneVector.Zero);
        var moving = irregular;
        foreach (var channel in _channels)
        {
            channel.Weight = LaneMath.SafeExp(_context.Mail.Read(channel.Appeal, octet) / mu);
            channel.Weight = Vector512.ConditionalSelect(
                Vector512.GreaterThan(channel.Weight, LaneMath.Of(1e-200)), channel.Weight, LaneVector.Zero);
            moving += channel.Weight;
        }

        var odds = LaneMath.SafeExp(mu * LaneMath.SafeLog(moving));
        var considering = LaneMath.Of(1 - Math.Exp(-LaneMath.TickMonths));
        var leaving = _context.State[_ready, octet] * considering * odds / (LaneVector.One + odds);
        Leave(octet, leaving, LaneMath.Ratio(irregular, moving), moving, nest);
    }

    private void Leave(int octet, LaneVector leaving, LaneVector irregularShare, LaneVector moving, LaneVector nest)
    {
        var state = _context.State;
        var departing = LaneVector.Zero;
        foreach (var route in _routes)
        {
            var persons = leaving * irregularShare * LaneMath.Ratio(route.Weight, nest);
            route.Depart(octet, persons);
            departing += persons;
        }

        var applying = LaneVector.Zero;
        foreach (var channel in _channels)
        {
            var persons = leaving * LaneMath.Ratio(channel.Weight, moving);
            _context.Mail.Write(channel.Applied, octet, persons);
            applying += persons;
        }

        state.Add(_residents, octet, -departing);
        state[_ready, octet] = Vector512.Max(state[_ready, octet] - departing - applying, LaneVector.Zero);
        state.Add(_queued, octet, applying);
    }
}
