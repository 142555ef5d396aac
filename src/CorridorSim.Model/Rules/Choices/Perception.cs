using CorridorSim.Model.Lanes;
using CorridorSim.Model.Rules.Time;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>
/// How people see their chances (docs/model.md, perception): perceived log success follows the actual with a lag (<see cref="Lag"/>); an announcement pulls it down at once
/// and loses weight as outcomes contradict it. Fast fall and slow return after new rules: Czaika and de Haas 2017.
/// </summary>
internal static class Perception
{
    /// <summary>(1 - w) s + w min(f, s): perceived log success under an announcement of face value f and weight w.</summary>
    public static LaneVector UnderAnnouncement(LaneVector perceived, LaneVector face, LaneVector weight) =>
        ((LaneVector.One - weight) * perceived) + (weight * LaneVector.Min(face, perceived));

    /// <summary>All bits set where an announcement comes into force in this tick: it has a weight now and had none when it was last heard of.</summary>
    public static LaneVector IsNew(LaneVector now, LaneVector before) =>
        LaneVector.GreaterThan(now, LaneVector.Zero) & LaneVector.LessThanOrEqual(before, LaneVector.Zero);

    /// <summary>All bits set where the second announcement bites more than the first, so that it takes its place; else none.</summary>
    public static LaneVector BitesMore(LaneVector perceived, LaneVector face, LaneVector weight, LaneVector newFace, LaneVector newWeight) =>
        LaneVector.LessThan(UnderAnnouncement(perceived, newFace, newWeight), UnderAnnouncement(perceived, face, weight));

    /// <summary>w exp(-kappa dt max(0, max(ln S, s) - f)).</summary>
    public static LaneVector Decay(LaneVector weight, LaneVector face, LaneVector logSuccess, LaneVector perceived, LaneVector rate)
    {
        var contradiction = LaneVector.Max(LaneVector.Max(logSuccess, perceived) - face, LaneVector.Zero);
        return weight * LaneMath.SafeExp(-(rate * LaneMath.Of(LaneMath.TickMonths) * contradiction));
    }
}
