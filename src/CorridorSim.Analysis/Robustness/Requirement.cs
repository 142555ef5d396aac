namespace CorridorSim.Analysis.Robustness;

/// <summary>A threshold that an indicator has to meet: at least it where more is better, at most it where less is.</summary>
/// <param name="Table">The indicator.</param>
/// <param name="Threshold">The threshold, inclusive.</param>
public sealed record Requirement(IndicatorTable Table, double Threshold)
{
    /// <summary>Whether a policy meets the threshold in a future.</summary>
    public bool IsMet(int policy, int future) => Table.Direction == IndicatorDirection.MoreIsBetter
        ? Table.Values[policy, future] >= Threshold
        : Table.Values[policy, future] <= Threshold;
}
