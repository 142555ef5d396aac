using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Recording;
using CorridorSim.Model.Rules.Clauses;
using CorridorSim.Model.Worlds;

namespace CorridorSim.Model.Routes;

/// <summary>
/// People who arrived over a leg and are sent back to its start: as many a month as was agreed, at most all. The share that this makes of
/// last tick's arrivals is what is told of it, so that an agreement that returns few is seen to return few.
/// </summary>
internal sealed class Readmission
{
    private readonly InputRow _persons;
    private readonly int _arrivals;
    private readonly TickRow _arriving;
    private readonly TickRow _told;
    private readonly NationalSeries _series;

    private Readmission(CountryContext context, LegIndex leg, Slot persons)
    {
        var plan = context.World.Legs[leg.Index];
        _persons = context.Policy.Input(persons);
        (_arrivals, _arriving, Share) = (context.Row(), context.TickRow(), context.TickRow());
        _told = context.Mail.WriteRow(new WireRow(RowKind.Readmitted, leg.Index))!.Value;
        _series = context.Series(Indicators.Readmissions, RouteGeometry.Passage(context.World, plan) ?? plan.Id);
    }

    /// <summary>Row of the share of those who arrive in this tick that is sent back, 0 to 1.</summary>
    public TickRow Share { get; }

    /// <summary>The rule of a leg; null where nobody is ever sent back over it.</summary>
    public static Readmission? Of(CountryContext context, LegIndex leg) =>
        context.World.Legs[leg.Index].Readmission is { } persons ? new Readmission(context, leg, persons) : null;

    /// <summary>Tells the destination of a route what share is sent back over its legs.</summary>
    public static void Declare(WorldPlan world, LetterBook letters, RouteIndex index)
    {
        var route = world.Routes[index.Index];
        foreach (var leg in route.Legs.Where(l => world.Legs[l.Index].Readmission is not null))
        {
            letters.Tell(world.Places[world.Legs[leg.Index].Origin].Country, [world.Borders[route.Border].Destination], new WireRow(RowKind.Readmitted, leg.Index));
        }
    }

    /// <summary>Works out the share, before anybody arrives.</summary>
    public void Open(Octet octet)
    {
        octet[_arriving] = LaneVector.Zero;
        octet[Share] = AgreedShare.Of(_persons[octet], octet[_arrivals]);
    }

    /// <summary>Sends back a part of those who arrive; returns how many.</summary>
    public LaneVector SendBack(int nationality, Octet octet, LaneVector arriving)
    {
        octet.Add(_arriving, arriving);
        var back = arriving * octet[Share];
        _series.Count(nationality, octet, back);
        return back;
    }

    /// <summary>Tells the share, when all have arrived.</summary>
    public void Close(Octet octet)
    {
        octet[_arrivals] = octet[_arriving];
        octet.Add(_told, octet[Share]);
    }
}
