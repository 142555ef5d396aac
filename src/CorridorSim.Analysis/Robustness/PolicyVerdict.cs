namespace CorridorSim.Analysis.Robustness;

/// <summary>How a policy does over all futures.</summary>
/// <param name="Policy">Number of the policy.</param>
/// <param name="Levers">Values of the levers, in the order of the levers.</param>
/// <param name="GreatestRegret">Per goal: how much better the best policy of a future would have been, at worst.</param>
/// <param name="HighRegret">Per goal: the quantile 0.9 of regret over futures.</param>
/// <param name="ShareMet">Share of futures in which all thresholds are met; not-a-number when none is stated.</param>
/// <param name="DominatedBy">The first policy that is at least as good in every goal and future, and better in some; null for none.</param>
public sealed record PolicyVerdict(
    int Policy,
    IReadOnlyList<double> Levers,
    IReadOnlyList<double> GreatestRegret,
    IReadOnlyList<double> HighRegret,
    double ShareMet,
    int? DominatedBy);
