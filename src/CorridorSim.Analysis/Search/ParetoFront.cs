namespace CorridorSim.Analysis.Search;

/// <summary>
/// Candidates that trade goals against each other. Non-dominated sorting and crowding after Deb et al., IEEE Trans. Evol.
/// Comput. 6 (2002) 182. All goals are minimised.
/// </summary>
public static class ParetoFront
{
    /// <summary>
    /// The front of each candidate: 0 for those that no other dominates, 1 for those that only front 0 dominates, and so on. Equal
    /// candidates share a front. A candidate with a NaN goal is dominated by each candidate without.
    /// </summary>
    /// <param name="goals">Candidates x goals.</param>
    public static int[] Ranks(double[,] goals)
    {
        var count = goals.GetLength(0);
        var ranks = new int[count];
        Array.Fill(ranks, -1);
        for (int rank = 0, left = count; left > 0; rank++)
        {
            int[] front = [.. Enumerable.Range(0, count).Where(candidate => ranks[candidate] < 0
                && !Enumerable.Range(0, count).Any(rival => ranks[rival] < 0 && Dominates(goals, rival, candidate)))];
            foreach (var candidate in front)
            {
                ranks[candidate] = rank;
            }

            left -= front.Length;
        }

        return ranks;
    }

    /// <summary>Whether a candidate is at least as good on every goal and better on one.</summary>
    /// <param name="goals">Candidates x goals.</param>
    /// <param name="rival">The candidate asked about.</param>
    /// <param name="candidate">The one it is held against.</param>
    public static bool Dominates(double[,] goals, int rival, int candidate)
    {
        if (Failed(goals, rival) || Failed(goals, candidate))
        {
            return !Failed(goals, rival);
        }

        var better = false;
        for (var goal = 0; goal < goals.GetLength(1); goal++)
        {
            var (theirs, ours) = (goals[rival, goal], goals[candidate, goal]);
            if (theirs > ours)
            {
                return false;
            }

            better |= theirs < ours;
        }

        return better;
    }

    /// <summary>
    /// How lonely each candidate of a front is: the sum over goals of the distance between its two neighbours, relative to the
    /// front's range; infinite at the ends of each goal. Larger is to be kept first.
    /// </summary>
    /// <param name="goals">Candidates x goals.</param>
    /// <param name="front">The candidates of one front.</param>
    /// <returns>In the order of <paramref name="front"/>.</returns>
    public static double[] Crowding(double[,] goals, IReadOnlyList<int> front)
    {
        var crowding = new double[front.Count];
        for (var goal = 0; goal < goals.GetLength(1); goal++)
        {
            int[] order = [.. Enumerable.Range(0, front.Count).OrderBy(place => goals[front[place], goal])];
            if (order.Length == 0)
            {
                continue;
            }

            var range = goals[front[order[^1]], goal] - goals[front[order[0]], goal];
            crowding[order[0]] = crowding[order[^1]] = double.PositiveInfinity;
            for (var i = 1; i < order.Length - 1 && range > 0; i++)
            {
                crowding[order[i]] += (goals[front[order[i + 1]], goal] - goals[front[order[i - 1]], goal]) / range;
            }
        }

        return crowding;
    }

    private static bool Failed(double[,] goals, int candidate) =>
        Enumerable.Range(0, goals.GetLength(1)).Any(goal => double.IsNaN(goals[candidate, goal]));
}
