namespace CorridorSim.Analysis.Evaluation;

/// <summary>What was measured of one point.</summary>
/// <param name="Index">Index of the point in the question.</param>
/// <param name="Values">Indicators x replicates; not-a-number where an indicator is not defined or the lane failed.</param>
public sealed record EvaluatedPoint(int Index, double[][] Values);
