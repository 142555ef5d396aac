using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>How far fixing a factor moves the output's distribution: Kolmogorov-Smirnov distances, from 0 to 1.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Median">Median distance over the slices of the factor.</param>
/// <param name="MedianBand">Bootstrap interval of <paramref name="Median"/>.</param>
/// <param name="Max">Greatest distance over the slices.</param>
/// <param name="MaxBand">Bootstrap interval of <paramref name="Max"/>.</param>
public sealed record PawnIndex(int Factor, double Median, Band MedianBand, double Max, Band MaxBand);
