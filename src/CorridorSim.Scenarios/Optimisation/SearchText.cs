namespace CorridorSim.Scenarios.Optimisation;

/// <summary>How a search proceeds.</summary>
/// <param name="Method">The method.</param>
/// <param name="Population">Candidates of a generation.</param>
/// <param name="Generations">The most generations.</param>
/// <param name="CheckReplicates">Replicates with fresh luck on which the outcome is checked; 0 for no check.</param>
public sealed record SearchText(SearchMethod Method, int Population, int Generations, int CheckReplicates);
