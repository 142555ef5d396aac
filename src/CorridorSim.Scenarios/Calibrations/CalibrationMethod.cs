namespace CorridorSim.Scenarios.Calibrations;

/// <summary>How parameters are fitted.</summary>
public enum CalibrationMethod
{
    /// <summary>Ensemble Kalman inversion: a sample of the posterior.</summary>
    Kalman,

    /// <summary>Covariance matrix adaptation: the one best point.</summary>
    Point,
}
