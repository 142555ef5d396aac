using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Places;

/// <summary>
/// Places that a lot keeps (docs/model.md, years and left-over places). Of monthly ones left + places dt are offered and min(unused,
/// carry-over) kept; of yearly ones what is left stays until a year begins, when min(left, carry-over) goes on and the new ones are due.
/// While a lot is closed nothing is given out and nothing lapses.
/// </summary>
internal static class KeptPlaces
{
    /// <summary>Places on offer in a tick where they are monthly, persons.</summary>
    /// <param name="left">Places kept.</param>
    /// <param name="places">Places a month; 0 where the lot is closed.</param>
    public static LaneVector MonthlyOffer(LaneVector left, LaneVector places) =>
        WhileOpen(places, left + (places * LaneMath.Of(LaneMath.TickMonths)), LaneVector.Zero);

    /// <summary>Places on offer in a tick where they are yearly, persons.</summary>
    /// <param name="left">Places kept.</param>
    /// <param name="places">Places a year; 0 where the lot is closed.</param>
    /// <param name="due">Places that become due, see <see cref="YearlyPlaces"/>.</param>
    /// <param name="isNew">All bits set where a year begins.</param>
    /// <param name="carryOver">Places that go on to the next year at most.</param>
    public static LaneVector YearlyOffer(LaneVector left, LaneVector places, LaneVector due, LaneVector isNew, LaneVector carryOver) =>
        WhileOpen(places, LaneVector.ConditionalSelect(isNew, LaneVector.Min(left, carryOver), left) + due, LaneVector.Zero);

    /// <summary>Of unused monthly places those kept until the next tick.</summary>
    public static LaneVector AfterMonthly(LaneVector left, LaneVector places, LaneVector offer, LaneVector used, LaneVector carryOver) =>
        WhileOpen(places, LaneVector.Min(Unused(offer, used), carryOver), left);

    /// <summary>Of unused yearly places those kept until the next tick: all.</summary>
    public static LaneVector AfterYearly(LaneVector left, LaneVector places, LaneVector offer, LaneVector used) => WhileOpen(places, Unused(offer, used), left);

    private static LaneVector Unused(LaneVector offer, LaneVector used) => LaneVector.Max(offer - used, LaneVector.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneVector WhileOpen(LaneVector places, LaneVector open, LaneVector closed) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(places, LaneVector.Zero), open, closed);
}
