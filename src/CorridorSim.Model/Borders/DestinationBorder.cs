using CorridorSim.Model.Channels;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Rules.Places;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Borders;

/// <summary>One border as its destination country runs it: outcomes, appointments at the port, and what is told of both.</summary>
internal sealed class DestinationBorder
{
    private readonly CountryContext _context;
    private readonly BorderDesk[] _desks;
    private readonly RouteReputation[] _routes;
    private readonly int _demand;
    private readonly InputRow _acceptance;
    private readonly InputRow _portPlaces;
    private readonly BorderBehaviour _behaviour;

    public DestinationBorder(CountryContext context, Settlement settlement, int index)
    {
        _context = context;
        var border = context.World.Borders[index];
        _demand = context.Row();
        var desks = new List<BorderDesk>();
        for (var n = 0; n < context.World.Nationalities.Count; n++)
        {
            if (RouteGeometry.UsesBorder(context.World, index, n))
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
                routes.Add(new RouteReputation(context, new RouteIndex(r), _desks));
            }
        }

        _routes = [.. routes];
        _behaviour = new BorderBehaviour(context);
        (_acceptance, _portPlaces) = (context.Policy.Input(border.ReturnAcceptance), context.Policy.Input(border.PortPlaces));
    }

    /// <inheritdoc cref="ISection.Prepare"/>
    public void Prepare(Octet octet)
    {
        _behaviour.Prepare(octet);
        foreach (var desk in _desks)
        {
            desk.Prepare(octet);
        }

        foreach (var route in _routes)
        {
            route.Prepare(octet, _behaviour);
        }
    }

    /// <summary>Advances eight lanes by one tick.</summary>
    public void Advance(Octet octet)
    {
        var tick = LaneMath.Of(LaneMath.TickMonths);
        var accepted = AgreedShare.Of(_acceptance[octet], octet[_demand]);
        var demand = LaneVector.Zero;
        foreach (var desk in _desks)
        {
            demand += desk.Process(octet, accepted, _behaviour);
        }

        octet[_demand] = demand;
        Allocate(octet, tick);
        foreach (var desk in _desks)
        {
            desk.Publish(octet, _behaviour);
        }

        foreach (var route in _routes)
        {
            route.Advance(octet, _behaviour);
        }
    }

    /// <summary>
    /// Appointments: first those earmarked for a nationality; the common ones go to who is still waiting, times the access of the
    /// nationality, until they are used up or nobody with access is left.
    /// </summary>
    private void Allocate(Octet octet, LaneVector tick)
    {
        foreach (var desk in _desks)
        {
            desk.TakeEarmarked(octet, tick);
        }

        var left = _portPlaces[octet] * tick;
        for (var round = 0; round < _desks.Length; round++)
        {
            var weights = LaneVector.Zero;
            foreach (var desk in _desks)
            {
                weights += desk.OpenWeight(octet);
            }

            if (PlaceSplit.IsOver(left, weights))
            {
                break;
            }

            var perWeight = PlaceSplit.PerWeight(left, weights);
            foreach (var desk in _desks)
            {
                left -= desk.Take(octet, perWeight);
            }

            left = PlaceSplit.Left(left, _portPlaces[octet]);
        }
    }
}
