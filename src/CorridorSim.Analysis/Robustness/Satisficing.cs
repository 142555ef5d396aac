namespace CorridorSim.Analysis.Robustness;

/// <summary>How often policies are good enough. Starr's domain criterion; Herman et al., J. Water Resour. Plann. Manage. 141 (2015).</summary>
public static class Satisficing
{
    /// <summary>Per policy, the share of futures in which every requirement is met.</summary>
    /// <param name="requirements">At least one; all over the same policies and futures.</param>
    /// <exception cref="ArgumentException">There is none, or the tables differ in shape.</exception>
    public static double[] Shares(IReadOnlyList<Requirement> requirements)
    {
        var (policies, futures) = TableShape.Common([.. requirements.Select(requirement => requirement.Table)]);
        return [.. Enumerable.Range(0, policies).Select(policy => Enumerable.Range(0, futures)
            .Count(future => requirements.All(requirement => requirement.IsMet(policy, future))) / (double)futures)];
    }
}

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
