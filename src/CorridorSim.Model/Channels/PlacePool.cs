using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Rules;

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
        if (_grant is null)
        {
            return KeptPlaces.MonthlyOffer(octet[_left], places);
        }

        var due = _grant.Due(octet, context.Block.FirstMonth + context.Month, places, out var isNew);
        return KeptPlaces.YearlyOffer(octet[_left], places, due, isNew, CarryOver(octet));
    }

    /// <summary>Keeps what was not used of the offer.</summary>
    public void Keep(Octet octet, LaneVector places, LaneVector offer, LaneVector used) =>
        octet[_left] = _grant is null
            ? KeptPlaces.AfterMonthly(octet[_left], places, offer, used, CarryOver(octet))
            : KeptPlaces.AfterYearly(octet[_left], places, offer, used);

    private LaneVector CarryOver(Octet octet) => context.Block.Inputs[terms.CarryOver, octet];
}
