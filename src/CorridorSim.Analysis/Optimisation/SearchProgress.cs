namespace CorridorSim.Analysis.Optimisation;

/// <summary>Where a search for settings stands.</summary>
/// <param name="Generation">Generations done.</param>
/// <param name="MostGenerations">The most there will be.</param>
/// <param name="Evaluated">Candidates simulated.</param>
/// <param name="Feasible">Those among them that keep the constraints.</param>
/// <param name="Best">Best value of each goal among those, in its own unit; null when there are none.</param>
public sealed record SearchProgress(int Generation, int MostGenerations, int Evaluated, int Feasible, double[]? Best);
