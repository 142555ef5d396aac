namespace CorridorSim.Analysis.Calibration;

/// <summary>How a series is fitted, without shocks.</summary>
/// <param name="Series">Series.</param>
/// <param name="Nationality">Nationality.</param>
/// <param name="Months">Months observed.</param>
/// <param name="RmseLog">Root mean square difference of log(1 + flow) from the posterior mean.</param>
/// <param name="Bias">Mean difference, observed less simulated.</param>
/// <param name="Error">Stated error.</param>
public sealed record SeriesFit(string Series, string Nationality, int Months, double RmseLog, double Bias, double Error);
