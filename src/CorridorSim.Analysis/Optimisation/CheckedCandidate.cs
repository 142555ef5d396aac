namespace CorridorSim.Analysis.Optimisation;

/// <summary>A candidate simulated again with luck that the search had not seen.</summary>
/// <param name="Fresh">How it did.</param>
/// <param name="Baseline">How the base scenario did with the same luck.</param>
public sealed record CheckedCandidate(Candidate Fresh, Candidate Baseline);
