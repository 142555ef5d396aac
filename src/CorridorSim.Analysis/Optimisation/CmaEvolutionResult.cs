namespace CorridorSim.Analysis.Optimisation;

/// <summary>The outcome of a search.</summary>
/// <param name="Best">The best candidate evaluated, in the parameters' units.</param>
/// <param name="BestGoal">Its value; infinite when every candidate failed.</param>
/// <param name="Centre">Where the search stood at the end; on noisy goals better than <paramref name="Best"/>.</param>
/// <param name="Evaluations">Candidates evaluated.</param>
/// <param name="Stop">Why it ended.</param>
/// <param name="Generations">The course.</param>
public sealed record CmaEvolutionResult(
    double[] Best,
    double BestGoal,
    double[] Centre,
    int Evaluations,
    CmaEvolutionStop Stop,
    IReadOnlyList<CmaEvolutionGeneration> Generations);
