using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Queues;

/// <summary>
/// How many claims can be decided (docs/model.md, claims): staff of the budget follows claims, measures add others, new people are trained
/// with a mean of T_training, who leaves is gone at once; capacity = trained x output. That staff follows claims at all is an assumption.
/// </summary>
internal static class StaffCapacity
{
    /// <summary>claims / (output dt): people who could decide what came in, 0 where nobody decides anything.</summary>
    /// <param name="claims">Claims of the tick.</param>
    /// <param name="output">Claims that one trained person takes up a month.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Needed(LaneVector claims, LaneVector output) => LaneMath.Ratio(claims, output * LaneMath.Of(LaneMath.TickMonths));

    /// <summary>max(0, budget + added): staff that is paid, persons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Paid(LaneVector budget, LaneVector added) => LaneVector.Max(budget + added, LaneVector.Zero);

    /// <summary>min(paid, trained + dt / (T + dt) max(0, paid - trained)): people who decide as much as the others.</summary>
    /// <param name="trained">Those of the last tick.</param>
    /// <param name="paid">Staff that is paid.</param>
    /// <param name="share">dt / (T + dt) for the time of training T, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Trained(LaneVector trained, LaneVector paid, LaneVector share) =>
        LaneVector.Min(paid, trained + (share * LaneVector.Max(paid - trained, LaneVector.Zero)));

    /// <summary>trained x output x dt: claims taken up in a tick.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Decisions(LaneVector trained, LaneVector output) => trained * output * LaneMath.Of(LaneMath.TickMonths);

    /// <summary>min(waiting, capacity per weight x priority x waiting): claims of a nationality taken up in a round.</summary>
    /// <param name="waiting">Claims that wait and are not taken up yet.</param>
    /// <param name="perWeight">Capacity left over the sum of priority x waiting.</param>
    /// <param name="priority">Priority of the nationality; 1 is that of everybody.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector TakenUp(LaneVector waiting, LaneVector perWeight, LaneVector priority) =>
        LaneVector.Min(waiting, perWeight * priority * waiting);
}
