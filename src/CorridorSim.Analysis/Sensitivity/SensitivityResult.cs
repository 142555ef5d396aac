using CorridorSim.Runs.Manifests;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>The importance of all factors for one figure.</summary>
/// <param name="Method">How it was worked out.</param>
/// <param name="Column">The figure.</param>
/// <param name="Factors">Most important first.</param>
/// <param name="Used">Points (or trajectories, or matrix rows) used.</param>
/// <param name="LeftOut">Those left out because no replicate of theirs has the figure: it failed, or it is not defined there.</param>
/// <param name="Noise">PAWN index that a factor without influence reaches by chance; not-a-number for other methods.</param>
public sealed record SensitivityResult(
    SensitivityMethod Method, SweepColumn Column, IReadOnlyList<FactorImportance> Factors, int Used, int LeftOut, double Noise);

/// <summary>How importance is worked out.</summary>
public enum SensitivityMethod
{
    /// <summary>Elementary effects, from a Morris design.</summary>
    Morris,

    /// <summary>Variance shares, from a Saltelli design.</summary>
    Sobol,

    /// <summary>Shifts of the distribution, from any sample.</summary>
    Pawn,
}

/// <summary>How much a factor matters for a figure.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Importance">What factors are ranked by: mu*, total index, or median PAWN index.</param>
/// <param name="Lower">Lower end of its bootstrap interval at 90 %.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="Second">Sigma, first-order index, or greatest PAWN index.</param>
/// <param name="SecondLower">Lower end of its bootstrap interval; not-a-number where there is none.</param>
/// <param name="SecondUpper">Upper end.</param>
/// <param name="Mu">Mean elementary effect with its sign; not-a-number for other methods.</param>
public sealed record FactorImportance(
    SweepFactorInfo Factor,
    double Importance,
    double Lower,
    double Upper,
    double Second,
    double SecondLower,
    double SecondUpper,
    double Mu = double.NaN);
