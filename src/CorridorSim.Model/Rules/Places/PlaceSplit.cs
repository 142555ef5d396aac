using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Places;

/// <summary>
/// Places split by weight among claimants of whom each takes at most what it needs, while what one leaves is passed on (docs/model.md, queues:
/// min(applicants, level) with one level for all; appointments at ports alike). It is done in rounds, each of which gives out all that is left
/// or satisfies one claimant more.
/// </summary>
internal static class PlaceSplit
{
    private const double Rounding = 1e-12;

    /// <summary>True where a further round gives nothing in any lane: no place is left, or nobody with a weight still waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsOver(LaneVector left, LaneVector weights) => LaneVector.EqualsAll(left * weights, LaneVector.Zero);

    /// <summary>Weight that still counts: that of a claimant who needs something, otherwise 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Counting(LaneVector need, LaneVector weight) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(need, LaneVector.Zero), weight, LaneVector.Zero);

    /// <summary>Places for each unit of weight in this round; 0 where nobody has a weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector PerWeight(LaneVector left, LaneVector weights) => LaneMath.Ratio(left, weights);

    /// <summary>Share of what it needs that a claimant gets, 0 to 1.</summary>
    /// <param name="offered">Places offered to it.</param>
    /// <param name="need">Places that it needs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Satisfied(LaneVector offered, LaneVector need) => LaneVector.Min(LaneMath.Ratio(offered, need), LaneVector.One);

    /// <summary>What is left for the next round: nothing where it is only the rounding of the sum.</summary>
    /// <param name="left">Places less those taken.</param>
    /// <param name="scale">The sum whose rounding counts: one part in 10^12 of it is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Left(LaneVector left, LaneVector scale) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(left, scale * LaneMath.Of(Rounding)), left, LaneVector.Zero);
}
