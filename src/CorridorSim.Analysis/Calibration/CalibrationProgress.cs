namespace CorridorSim.Analysis.Calibration;

/// <summary>How far a calibration is.</summary>
/// <param name="Stage">What it does, in words.</param>
/// <param name="Share">Share of the work, 0 to 1.</param>
/// <param name="Misfit">Misfit of the ensemble mean, or of the best candidate.</param>
/// <param name="MemberMisfit">Misfit of a typical member, or of the best of this generation.</param>
public sealed record CalibrationProgress(string Stage, double Share, double Misfit, double MemberMisfit);
