namespace CorridorSim.Analysis.Sensitivity;

/// <summary>Elementary effects of one factor, in units of the output per unit-cube axis.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Mu">Mean effect: sign and size; opposite effects cancel.</param>
/// <param name="MuStar">Mean absolute effect: importance.</param>
/// <param name="Sigma">Standard deviation of the effect (n - 1): curvature or interaction; NaN for a single trajectory.</param>
/// <param name="MuStarLower">Lower end of the bootstrap interval of mu*.</param>
/// <param name="MuStarUpper">Upper end of the bootstrap interval of mu*.</param>
public sealed record MorrisEffect(int Factor, double Mu, double MuStar, double Sigma, double MuStarLower, double MuStarUpper);
