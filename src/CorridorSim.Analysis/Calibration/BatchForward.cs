namespace CorridorSim.Analysis.Calibration;

/// <summary>Runs the model for a whole ensemble at once.</summary>
/// <param name="parameters">Members x parameters, in the parameters' own units.</param>
/// <param name="cancellationToken">Stops the run.</param>
/// <returns>Members x outputs; NaN anywhere in a row marks a member that failed.</returns>
public delegate Task<double[,]> BatchForward(double[,] parameters, CancellationToken cancellationToken);
