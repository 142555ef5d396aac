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
