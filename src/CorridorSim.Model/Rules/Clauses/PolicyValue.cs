using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>
/// What a clause of weight w and size x makes of an input (docs/model.md, inputs): the latest replacement in force, then factors, then
/// additions, then the bounds of the input. With weight 0 each leaves the value as it is, to the last bit.
/// </summary>
internal static class PolicyValue
{
    /// <summary>v + w (x - v): weights below 1 lie between.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Replaced(LaneVector value, LaneVector weight, LaneVector size) => value + (weight * (size - value));

    /// <summary>v (1 + w (x - 1)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Multiplied(LaneVector value, LaneVector weight, LaneVector size) =>
        value * (LaneVector.One + (weight * (size - LaneVector.One)));

    /// <summary>v + w x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Added(LaneVector value, LaneVector weight, LaneVector size) => value + (weight * size);

    /// <summary>The value within the bounds of its input, both inclusive.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Bounded(LaneVector value, double minimum, double maximum) => LaneMath.Clamp(value, minimum, maximum);
}
