using CorridorSim.Model.Lanes;

namespace CorridorSim.Model.Rules.Clauses;

/// <summary>What is paid by the people whom a clause has moved (docs/model.md, counted clauses). Thousand USD.</summary>
internal static class ThresholdPayment
{
    /// <summary>The amount where the count passes n in this tick, N &lt; n and n at most N', else 0: a threshold is paid once.</summary>
    /// <param name="before">People moved before the tick, N.</param>
    /// <param name="after">People moved after it, N'.</param>
    /// <param name="persons">Number of people n at which it is due.</param>
    /// <param name="amount">Amount.</param>
    public static LaneVector Due(LaneVector before, LaneVector after, LaneVector persons, LaneVector amount) => LaneVector.ConditionalSelect(
        LaneVector.LessThan(before, persons) & LaneVector.GreaterThanOrEqual(after, persons), amount, LaneVector.Zero);
}
