namespace CorridorSim.Analysis.Calibration;

/// <summary>Where an inversion stands before its next update.</summary>
/// <param name="Updates">Updates so far.</param>
/// <param name="Tempering">Share of the data's weight taken in, from 0 to 1.</param>
/// <param name="Misfit">
/// Root mean square of (observed - ensemble mean) / error over the data. About 1 when the model fits as well as the errors allow;
/// far above 1 at the end means that the structure or the stated errors are wrong.
/// </param>
/// <param name="MemberMisfit">The same of a typical member: root of the mean over members of the mean square.</param>
/// <param name="Means">Mean of each parameter on the unbounded line.</param>
/// <param name="Deviations">Standard deviation of each parameter on the unbounded line.</param>
/// <param name="FailedMembers">Members whose run failed; they are drawn anew from the others' spread.</param>
public sealed record KalmanIteration(
    int Updates, double Tempering, double Misfit, double MemberMisfit, double[] Means, double[] Deviations, int FailedMembers);
