using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>Shares of the output's variance that belong to a factor.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="First">Share explained by the factor alone.</param>
/// <param name="FirstBand">Bootstrap interval of <paramref name="First"/>.</param>
/// <param name="Total">Share that goes with the factor and all its interactions.</param>
/// <param name="TotalBand">Bootstrap interval of <paramref name="Total"/>.</param>
public sealed record SobolIndex(int Factor, double First, Band FirstBand, double Total, Band TotalBand);
