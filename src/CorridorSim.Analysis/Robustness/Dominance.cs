namespace CorridorSim.Analysis.Robustness;

/// <summary>
/// Policies that no weighting of indicators and futures could prefer: another policy is at least as good on every indicator in
/// every future, and better on some.
/// </summary>
public static class Dominance
{
    /// <summary>Per policy, the first policy that dominates it, or null.</summary>
    /// <param name="tables">At least one indicator; all over the same policies and futures.</param>
    /// <exception cref="ArgumentException">There is none, or the tables differ in shape.</exception>
    public static int?[] DominatedBy(IReadOnlyList<IndicatorTable> tables)
    {
        var (policies, _) = TableShape.Common(tables);
        var dominators = new int?[policies];
        for (var policy = 0; policy < policies; policy++)
        {
            for (var rival = 0; rival < policies && dominators[policy] is null; rival++)
            {
                dominators[policy] = Dominates(tables, rival, policy) ? rival : null;
            }
        }

        return dominators;
    }

    private static bool Dominates(IReadOnlyList<IndicatorTable> tables, int rival, int policy)
    {
        var better = false;
        foreach (var table in tables)
        {
            for (var future = 0; future < table.Futures; future++)
            {
                var (theirs, ours) = (table.Gain(rival, future), table.Gain(policy, future));
                if (theirs < ours)
                {
                    return false;
                }

                better |= theirs > ours;
            }
        }

        return better;
    }
}
