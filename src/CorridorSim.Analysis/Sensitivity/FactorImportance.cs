using CorridorSim.Runs.Manifests;

namespace CorridorSim.Analysis.Sensitivity;

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
