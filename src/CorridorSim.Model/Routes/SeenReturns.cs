using CorridorSim.Model.Countries;
using CorridorSim.Model.Indices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Post;
using CorridorSim.Model.Rules.Choices;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Routes;

/// <summary>
/// How returns over a leg are seen by who would set out: the share sent back, followed with the lag of perception, counts as success of the
/// transit does, 1.5 eta ln(1 - share).
/// </summary>
internal sealed class SeenReturns
{
    private readonly TickRow _share;
    private readonly int _seen;

    private SeenReturns(CountryContext context, LegIndex leg, int step)
    {
        Step = step;
        _share = context.Mail.ReadRow(new WireRow(RowKind.Readmitted, leg.Index));
        (_seen, Appeal) = (context.Row(), context.TickRow());
    }

    /// <summary>Index of the leg on its route.</summary>
    public int Step { get; }

    /// <summary>Row of what it takes from the appeal of the route, log units; set by <see cref="Follow"/>.</summary>
    public TickRow Appeal { get; }

    /// <summary>The returns of a leg; null where nobody is ever sent back over it.</summary>
    public static SeenReturns? Of(CountryContext context, LegIndex leg, int step) =>
        context.World.Legs[leg.Index].Readmission is null ? null : new SeenReturns(context, leg, step);

    /// <summary>Follows the share by a tick.</summary>
    public void Follow(Octet octet, LaneVector following, LaneVector arrivalElasticity)
    {
        var seen = Lag.Follow(octet[_seen], octet[_share], following);
        octet[_seen] = seen;
        octet[Appeal] = TransitAppeal.Of(arrivalElasticity, LaneVector.One - seen);
    }
}
