namespace CorridorSim.Analysis.Calibration;

/// <summary>The outcome of an ensemble Kalman inversion.</summary>
/// <param name="Prior">Members x parameters, in the parameters' units: the first ensemble.</param>
/// <param name="Posterior">Members x parameters, in the parameters' units.</param>
/// <param name="Outputs">Members x outputs of the posterior; rows of failed members have NaN.</param>
/// <param name="Converged">Whether the whole weight of the data was taken in; if not, the ensemble is wider than the posterior.</param>
/// <param name="Iterations">The course, one entry per pass of the model; the last describes the posterior.</param>
/// <param name="Residuals">Per datum (observed - posterior mean) / error; NaN where nothing was observed.</param>
public sealed record KalmanInversionResult(
    double[,] Prior, double[,] Posterior, double[,] Outputs, bool Converged, IReadOnlyList<KalmanIteration> Iterations, double[] Residuals)
{
    /// <summary>The final <see cref="KalmanIteration.Misfit"/>.</summary>
    public double Misfit => Iterations[^1].Misfit;

    /// <summary>
    /// Per parameter, posterior over prior standard deviation on the unbounded line: near 1 the data say nothing about it.
    /// </summary>
    public double[] SpreadRatios() =>
        [.. Iterations[^1].Deviations.Zip(Iterations[0].Deviations, (after, before) => after / before)];
}
