using System.Runtime.Intrinsics;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules;

/// <summary>
/// How people see their chances: perceived log success follows the actual with a lag; an announcement pulls it down at once
/// and loses weight as outcomes contradict it. Fast fall and slow return after new rules: Czaika and de Haas 2017.
/// </summary>
internal static class Perception
{
    /// <summary>s + dt / (T + dt) (ln S - s), with the share dt / (T + dt) for the lag T.</summary>
    public static LaneVector Follow(LaneVector perceived, LaneVector logSuccess, LaneVector share) =>
        perceived + (share * (logSuccess - perceived));

    /// <summary>(1 - w) s + w min(f, s): perceived log success under an announcement of face value f and weight w.</summary>
    public static LaneVector UnderAnnouncement(LaneVector perceived, LaneVector face, LaneVector weight) =>
        ((LaneVector.One - weight) * perceived) + (weight * Vector512.Min(face, perceived));

    /// <summary>w exp(-kappa dt max(0, max(ln S, s) - f)).</summary>
    public static LaneVector Decay(LaneVector weight, LaneVector face, LaneVector logSuccess, LaneVector perceived, LaneVector rate)
    {
        var contradiction = Vector512.Max(Vector512.Max(logSuccess, perceived) - face, LaneVector.Zero);
        return weight * LaneMath.SafeExp(-(rate * LaneMath.Of(LaneMath.TickMonths) * contradiction));
    }
}
