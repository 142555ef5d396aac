using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>
/// How far a party keeps to an agreement (docs/model.md, compliance): load L = inflow / (capacity + financed capacity), and compliance
/// c += dt / (T + dt) (max(least, 1 - sigma max(0, L - 1)) - c). An assumption; no record tells it.
/// </summary>
internal static class ComplianceLevel
{
    /// <summary>max(least, 1 - sigma max(0, L - 1)): what compliance tends to under a load.</summary>
    /// <param name="inflow">Inflow, in the unit of the capacity.</param>
    /// <param name="capacity">What the party can carry, its own and that financed; without any the load is 0.</param>
    /// <param name="sensitivity">Compliance lost per part of inflow above capacity, sigma, at least 0.</param>
    /// <param name="least">Compliance it never falls below, 0 to 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Target(LaneVector inflow, LaneVector capacity, LaneVector sensitivity, LaneVector least)
    {
        var excess = LaneVector.Max(LaneVector.Zero, LaneMath.Ratio(inflow, capacity) - LaneVector.One);
        return LaneVector.Max(least, LaneVector.One - (sensitivity * excess));
    }

    /// <summary>Compliance after a tick; where the inflow is not a number it stays as it is.</summary>
    /// <param name="level">Compliance before, c.</param>
    /// <param name="inflow">Inflow that the target was worked out with.</param>
    /// <param name="target">See <see cref="Target"/>.</param>
    /// <param name="adaptationMonths">Time of adaptation T, months, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Next(LaneVector level, LaneVector inflow, LaneVector target, LaneVector adaptationMonths) =>
        LaneVector.ConditionalSelect(LaneVector.Equals(inflow, inflow), Lag.Follow(level, target, LaneMath.OutflowShare(adaptationMonths)), level);
}
