using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>How far a clause is in force by its dates alone (docs/model.md, instruments). Dates are months since January of year 0.</summary>
internal static class ClauseWeight
{
    /// <summary>All bits set from the first date, inclusive, to the last, exclusive; else none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector IsWithin(LaneVector now, LaneVector from, LaneVector to) =>
        LaneVector.GreaterThanOrEqual(now, from) & LaneVector.LessThan(now, to);

    /// <summary>min(1, max(0, age / ramp)) (1 - min(1, max(0, age / fade))): grown over the ramp, faded since the start, 0 to 1.</summary>
    /// <param name="age">Months since the start.</param>
    /// <param name="ramp">Months over which it grows to its size; 0 for at once.</param>
    /// <param name="fade">Months over which it fades to nothing; 0 for never.</param>
    /// <param name="size">What is multiplied: 1 where the variant has the clause, 0 where not.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Of(LaneVector age, LaneVector ramp, LaneVector fade, LaneVector size)
    {
        var grown = Part(age, ramp, LaneVector.One);
        var left = LaneVector.One - Part(age, fade, LaneVector.Zero);
        return size * grown * left;
    }

    /// <summary>All bits set where a clause is within a span of growing or fading; else none.</summary>
    /// <param name="age">Months since the start.</param>
    /// <param name="span">Months of the ramp or the fading; 0 for none.</param>
    public static LaneVector IsMoving(LaneVector age, LaneVector span) =>
        LaneVector.GreaterThan(age, LaneVector.Zero) & LaneVector.LessThan(LaneMath.Ratio(age, span), LaneVector.One) & LaneVector.GreaterThan(span, LaneVector.Zero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LaneVector Part(LaneVector age, LaneVector span, LaneVector whenNone) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(span, LaneVector.Zero), LaneMath.Clamp(LaneMath.Ratio(age, span), 0, 1), whenNone);
}
