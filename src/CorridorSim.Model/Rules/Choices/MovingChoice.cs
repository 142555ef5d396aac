using System.Runtime.CompilerServices;
using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Choices;

/// <summary>
/// How many of a community set out or apply (docs/model.md, choice): a nested logit over ways of moving and staying, whose inclusive
/// values are sums of exponentials. McFadden 1978; Ortega and Peri 2013.
/// </summary>
internal static class MovingChoice
{
    private const double SlightestWeight = 1e-200;

    /// <summary>e^{U / scale}: weight of a way in its nest.</summary>
    /// <param name="utility">Utility U of the way, log units.</param>
    /// <param name="scale">How alike the ways of the nest are, above 0 (alike) to 1 (unlike).</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector Weight(LaneVector utility, LaneVector scale) => LaneMath.SafeExp(utility / scale);

    /// <summary>A weight, or 0 where it is so slight that the way is closed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector UnlessClosed(LaneVector weight) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(weight, LaneMath.Of(SlightestWeight)), weight, LaneVector.Zero);

    /// <summary>Odds of a nest against staying, 0 where it has no way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LaneVector OddsOfAny(LaneVector scale, LaneVector sum) =>
        LaneVector.ConditionalSelect(LaneVector.GreaterThan(sum, LaneVector.Zero), Odds(scale, sum), LaneVector.Zero);

    /// <summary>Odds of a nest against staying: (sum of e^{U / scale})^scale.</summary>
    /// <param name="scale">How alike the ways of the nest are, 0 (alike) to 1 (unlike).</param>
    /// <param name="sum">Sum over the ways of the nest, at least 0.</param>
    public static LaneVector Odds(LaneVector scale, LaneVector sum) => LaneMath.SafeExp(scale * LaneMath.SafeLog(sum));

    /// <summary>Of those who consider moving, who does: pool x odds / (1 + odds), never more than the pool.</summary>
    /// <param name="pool">People who consider it.</param>
    /// <param name="odds">Odds of moving against staying, at least 0.</param>
    public static LaneVector Leaving(LaneVector pool, LaneVector odds) => pool * odds / (LaneVector.One + odds);
}
