using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Routes;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>One border as its destination country runs it: outcomes, appointments at the port, and what is told of both.</summary>
internal sealed class DestinationBorder
{
    private readonly CountryContext _context;
    private readonly Border _border;
    private readonly BorderDesk[] _desks;
    private readonly RouteReputation[] _routes;
    private readonly int _demand;
    private readonly Func<InputRow>[] _handles;
    private InputRow _acceptance;
    private InputRow _portPlaces;
    private BorderBehaviour _behaviour;

    public DestinationBorder(CountryContext context, Settlement settlement, int index)
    {
        _context = context;
        _border = context.World.Borders[index];
        _demand = context.Row();
        var desks = new List<BorderDesk>();
        for (var n = 0; n < context.World.Nationalities.Count; n++)
        {
            if (context.World.Routes.Any(r => r.Border == index && RouteGeometry.UserOf(r, n) >= 0))
            {
                desks.Add(new BorderDesk(context, settlement, index, n));
            }
        }

        _desks = [.. desks];
        var routes = new List<RouteReputation>();
        for (var r = 0; r < context.World.Routes.Count; r++)
        {
            if (context.World.Routes[r].Border == index)
            {
                routes.Add(new RouteReputation(context, r));
            }
        }

        _routes = [.. routes];
        _behaviour = new BorderBehaviour(context);
        _handles = [context.Policy.Handle(_border.ReturnAcceptance), context.Policy.Handle(_border.PortPlaces)];
    }

    /// <summary>Takes the input handles.</summary>
    public void Start()
    {
        (_acceptance, _portPlaces) = (_handles[0](), _handles[1]());
        _behaviour = _behaviour.Started();
        foreach (var desk in _desks)
        {
            desk.Start();
        }

        foreach (var route in _routes)
        {
            route.Start();
        }
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(int octet)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var state = _context.State;
        var accepted = Vector512.Min(LaneVector.One, _acceptance[octet] * tick / Vector512.Max(state[_demand, octet], LaneMath.Of(1e-9)));
        var demand = LaneVector.Zero;
        foreach (var desk in _desks)
        {
            demand += desk.Process(octet, accepted, _behaviour);
        }

        state[_demand, octet] = demand;
        Allocate(octet, tick);
        foreach (var desk in _desks)
        {
            desk.Publish(octet, _behaviour);
        }

        foreach (var route in _routes)
        {
            route.Advance(octet, _desks, _behaviour);
        }
    }

    /// <summary>
    /// Appointments: first those earmarked for a nationality; the common ones are split equally among the nationalities with
    /// access, by weight, and what one does not use is passed on.
    /// </summary>
    private void Allocate(int octet, LaneVector tick)
    {
        const int Rounds = 3;
        foreach (var desk in _desks)
        {
            desk.TakeEarmarked(octet, tick);
        }

        var left = _portPlaces[octet] * tick;
        for (var round = 0; round < Rounds; round++)
        {
            var weights = LaneVector.Zero;
            foreach (var desk in _desks)
            {
                weights += desk.OpenWeight(octet);
            }

            var perWeight = LaneMath.Ratio(left, weights);
            foreach (var desk in _desks)
            {
                left -= desk.Take(octet, perWeight);
            }

            left = Vector512.Max(left, LaneVector.Zero);
        }
    }
}
