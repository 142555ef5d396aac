namespace CorridorSim.Analysis.Calibration;

/// <summary>What a calibration found.</summary>
/// <param name="Parameters">One entry per fitted parameter.</param>
/// <param name="Series">One entry per series.</param>
/// <param name="Course">Misfit before each update and at the end.</param>
/// <param name="Converged">Whether all of the data's weight was taken in.</param>
/// <param name="Misfit">Root mean square residual in units of the stated errors; about 1 when the model fits as well as they allow.</param>
/// <param name="Sample">Members x parameters.</param>
/// <param name="Shocks">Fitted spreads and persistence by path; empty when they were kept.</param>
/// <param name="Coverage">Share of observations that 90 % bands with these shocks hold; not-a-number when they were kept.</param>
public sealed record CalibrationReport(
    IReadOnlyList<ParameterFit> Parameters,
    IReadOnlyList<SeriesFit> Series,
    IReadOnlyList<KalmanIteration> Course,
    bool Converged,
    double Misfit,
    double[,] Sample,
    IReadOnlyDictionary<string, double> Shocks,
    double Coverage)
{
    /// <summary>A misfit above this says that the structure, or the stated errors, cannot be right.</summary>
    public const double GreatestMisfit = 1.5;

    /// <summary>True when the model misses the observations by more than their errors allow.</summary>
    public bool IsMisfit => !(Misfit <= GreatestMisfit);
}
