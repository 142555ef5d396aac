using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Time;

/// <summary>
/// What follows something else with a lag: success as it is seen, smoothed throughput, staff of a budget, compliance
/// (docs/model.md, perception).
/// </summary>
internal static class Lag
{
    /// <summary>x + dt / (T + dt) (y - x): x after a tick in which it follows y.</summary>
    /// <param name="value">What follows, x.</param>
    /// <param name="target">What it follows, y, in the same unit.</param>
    /// <param name="share">dt / (T + dt) for the lag T, 0 to 1, see <see cref="LaneMath.OutflowShare"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Follow(LaneVector value, LaneVector target, LaneVector share) => value + (share * (target - value));
}
