using CorridorSim.Analysis.Statistics;
using CorridorSim.Scenarios.Optimisation;

namespace CorridorSim.Analysis.Optimisation;

/// <summary>Turns the figures of the lanes of a candidate into scores, shares and a violation.</summary>
internal static class CandidateScores
{
    /// <summary>Scores a candidate.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="values">Figures x replicates.</param>
    /// <param name="baseline">The same of the base scenario, with the same random draws.</param>
    public static Candidate Of(PolicyProblem problem, double[] settings, double[][] values, double[][] baseline)
    {
        double[][] goals = [.. problem.Goals.Select(g => values[g.Column])];
        double[] scores = [.. goals.Zip(problem.Text.Goals, Score)];
        var shares = new double[problem.Constraints.Count];
        // A goal that is not a number somewhere (a wait of nobody) is not reached, however good it is elsewhere.
        var violation = (double)scores.Count(double.IsPositiveInfinity);
        for (var c = 0; c < shares.Length; c++)
        {
            var (constraint, column) = (problem.Text.Constraints[c], problem.Constraints[c].Column);
            double[] kept = constraint.IsChange ? [.. values[column].Zip(baseline[column], (v, b) => v - b)] : values[column];
            (shares[c], var excess) = Keep(constraint, kept);
            violation += excess;
        }

        return new Candidate(settings, goals, scores, shares, violation);
    }

    private static double Score(double[] values, GoalText goal)
    {
        if (values.Contains(double.NaN))
        {
            return double.PositiveInfinity;
        }

        var middle = goal.UsesMedian ? Quantiles.Median(values) : values.Average();
        return goal.MoreIsBetter ? -middle : middle;
    }

    /// <summary>
    /// The share of replicates that keep a level, and how far the replicate that decides is off. With n replicates a
    /// probability p asks that at least ceil(p n) keep the level; a failed lane keeps none.
    /// </summary>
    private static (double Share, double Excess) Keep(ConstraintText constraint, double[] values)
    {
        var sign = constraint.IsUpper ? 1 : -1;
        double[] sorted = [.. values.Select(v => double.IsNaN(v) ? double.PositiveInfinity : sign * v).Order()];
        var limit = sign * constraint.Level;
        var needed = Math.Clamp((int)Math.Ceiling((constraint.Probability * values.Length) - 1e-9), 1, values.Length);
        var deciding = sorted[needed - 1];
        var share = (double)sorted.Count(v => v < limit) / values.Length;
        return (share, deciding < limit ? 0 : Math.Max(double.Epsilon, (deciding - limit) / Math.Max(1, Math.Abs(limit))) + 1e-9);
    }
}
