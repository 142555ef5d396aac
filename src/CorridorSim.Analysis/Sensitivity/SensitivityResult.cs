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
