using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Places;

/// <summary>Whether there are places at all, and how many a month (docs/model.md, queues).</summary>
internal static class OfferedPlaces
{
    private const double Fewest = 1e-9;

    /// <summary>All bits set where there are more than one in a thousand million a month, else none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Any(LaneVector placesPerMonth) => LaneVector.GreaterThan(placesPerMonth, LaneMath.Of(Fewest));

    /// <summary>Places a month of a lot: a twelfth of those of a year.</summary>
    /// <param name="places">Places of the lot, persons a month or a year.</param>
    /// <param name="isYearly">True where they are those of a year.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector PerMonth(LaneVector places, bool isYearly) => isYearly ? places / LaneMath.Of(Units.MonthsOfYear) : places;
}
