namespace CorridorSim.Analysis.Optimisation;

/// <summary>Where a search stands.</summary>
/// <param name="Generation">Generations so far, from 1.</param>
/// <param name="BestGoal">Best value so far.</param>
/// <param name="GenerationGoal">Best value of this generation.</param>
/// <param name="Spread">Overall step size on the unbounded line.</param>
public sealed record CmaEvolutionGeneration(int Generation, double BestGoal, double GenerationGoal, double Spread);
