namespace CorridorSim.Analysis.Optimisation;

/// <summary>Evaluates a whole generation at once.</summary>
/// <param name="candidates">Candidates x parameters, in the parameters' units.</param>
/// <param name="cancellationToken">Stops the evaluation.</param>
/// <returns>One value per candidate, to be minimised; NaN marks a candidate that failed, which is ranked last.</returns>
public delegate Task<double[]> BatchGoal(double[,] candidates, CancellationToken cancellationToken);
