namespace CorridorSim.Analysis.Calibration;

/// <summary>An uncertain parameter to be fitted.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Transform">Its bounds, kept by transformation.</param>
/// <param name="PriorQuantile">Its prior: from a probability, between 0 and 1 exclusive, to a value in the parameter's unit.</param>
public sealed record CalibrationParameter(string Name, BoundedTransform Transform, Func<double, double> PriorQuantile);
