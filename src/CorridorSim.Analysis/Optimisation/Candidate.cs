namespace CorridorSim.Analysis.Optimisation;

/// <summary>Settings that were simulated, and how they did.</summary>
/// <param name="Settings">One per lever.</param>
/// <param name="Goals">Goals x replicates, in the unit of each indicator; not-a-number where the lane failed.</param>
/// <param name="Scores">One per goal, to be minimised: the mean or median, negated where more is better.</param>
/// <param name="Shares">One per constraint: share of the replicates that keep it.</param>
/// <param name="Violation">0 when every constraint holds with its probability; else how far levels are off, relative to them.</param>
public sealed record Candidate(
    double[] Settings, IReadOnlyList<double[]> Goals, double[] Scores, double[] Shares, double Violation)
{
    /// <summary>True when a lane failed: such settings are never chosen.</summary>
    public bool HasFailed => Scores.Any(double.IsNaN);

    /// <summary>True when it can be chosen.</summary>
    public bool IsFeasible => !HasFailed && Violation == 0;
}

/// <summary>A candidate simulated again with random draws that the search had not seen.</summary>
/// <param name="Fresh">How it did.</param>
/// <param name="Baseline">How the base scenario did with the same random draws.</param>
public sealed record CheckedCandidate(Candidate Fresh, Candidate Baseline);
