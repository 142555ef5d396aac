using CorridorSim.Model.Countries;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Policy;
using CorridorSim.Model.Rules.Places;

namespace CorridorSim.Model.Channels;

/// <summary>
/// Places that a lot keeps from one tick to the next. Yearly places are all there when the year begins, or when the lot opens in it, and
/// last until they are used or the year ends; unused places go on as far as the limit of what is carried over. While the lot is closed
/// nothing is given out and nothing lapses. Where they are drawn, nothing is given out either before the window for applications ends.
/// </summary>
internal sealed class PlacePool(CountryContext context, LotTerms terms)
{
    private readonly int _left = context.Row();
    private readonly int _open = terms.WindowMonths is null ? -1 : context.Row();
    private readonly YearlyGrant? _grant = terms.IsYearly ? new YearlyGrant(context.Block.Inputs, terms.YearStart) : null;

    /// <summary>True when the places are drawn among those who have applied by a day.</summary>
    public bool IsLottery => _open >= 0;

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

    /// <summary>Places on offer in this tick where they are drawn: none before the window ends, then all that are left.</summary>
    /// <param name="octet">Octet of lanes.</param>
    /// <param name="places">Places a year, by policy; 0 where the lot is closed.</param>
    /// <param name="isDraw">All bits set where they are drawn in this tick.</param>
    public LaneVector OfferDrawn(Octet octet, LaneVector places, out LaneVector isDraw)
    {
        var due = _grant!.Due(octet, context.Block.FirstMonth + context.Month, places, out var isNew);
        var held = KeptPlaces.YearlyOffer(octet[_left], places, due, isNew, CarryOver(octet));
        octet[_left] = KeptPlaces.AfterYearly(octet[_left], places, held, LaneVector.Zero);
        var before = octet[_open];
        octet[_open] = LotteryDraw.MonthsOpen(before, places, isNew);
        var window = context.Block.Inputs[terms.WindowMonths!.Value, octet];
        isDraw = LotteryDraw.IsDay(before, octet[_open], window, isNew);
        return LotteryDraw.OfferAfter(held, octet[_open], window);
    }

    /// <summary>Takes what was used from places that are drawn.</summary>
    public void Take(Octet octet, LaneVector places, LaneVector used) => octet[_left] = KeptPlaces.AfterYearly(octet[_left], places, octet[_left], used);

    /// <summary>Keeps what was not used of the offer.</summary>
    public void Keep(Octet octet, LaneVector places, LaneVector offer, LaneVector used) =>
        octet[_left] = _grant is null
            ? KeptPlaces.AfterMonthly(octet[_left], places, offer, used, CarryOver(octet))
            : KeptPlaces.AfterYearly(octet[_left], places, offer, used);

    private LaneVector CarryOver(Octet octet) => context.Block.Inputs[terms.CarryOver, octet];
}
