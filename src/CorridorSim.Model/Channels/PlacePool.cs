using System.Runtime.Intrinsics;
using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Places that a lot keeps from one tick to the next. Yearly places are all there when the year begins, or when the lot opens in it, and
/// last until they are used or the year ends; unused places go on as far as the limit of what is carried over. While the lot is closed
/// nothing is given out and nothing lapses.
/// </summary>
internal sealed class PlacePool(CountryContext context, LotTerms terms)
{
    private readonly int _left = context.Row();
    private readonly YearlyGrant? _grant = terms.IsYearly ? new YearlyGrant(context.Block.Inputs, terms.YearStart) : null;

    /// <summary>Places on offer in this tick.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="places">Places a month, or a year, by policy; 0 where the lot is closed.</param>
    public LaneVector Offer(Octet octet, LaneVector places)
    {
        var left = octet[_left];
        if (_grant is null)
        {
            left += places * LaneMath.Of(LaneMath.TickMonths);
        }
        else
        {
            var month = context.Block.FirstMonth + context.Month;
            var due = _grant.Due(octet, month, places, out var isNew);
            left = Vector512.ConditionalSelect(isNew, Vector512.Min(left, CarryOver(octet)), left) + due;
        }

        return Vector512.ConditionalSelect(IsOpen(places), left, LaneVector.Zero);
    }

    /// <summary>Keeps what was not used of the offer.</summary>
    public void Keep(Octet octet, LaneVector places, LaneVector offer, LaneVector used)
    {
        var left = Vector512.Max(offer - used, LaneVector.Zero);
        left = _grant is null ? Vector512.Min(left, CarryOver(octet)) : left;
        octet[_left] = Vector512.ConditionalSelect(IsOpen(places), left, octet[_left]);
    }

    private static LaneVector IsOpen(LaneVector places) => Vector512.GreaterThan(places, LaneVector.Zero);

    private LaneVector CarryOver(Octet octet) => context.Block.Inputs[terms.CarryOver, octet];
}
