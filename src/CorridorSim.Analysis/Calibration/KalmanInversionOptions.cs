namespace CorridorSim.Analysis.Calibration;

/// <summary>How an ensemble Kalman inversion proceeds.</summary>
public sealed record KalmanInversionOptions
{
    /// <summary>Members of the ensemble, at least 3; several times the number of parameters.</summary>
    public int Members { get; init; } = 100;

    /// <summary>
    /// The shares of the data's weight taken in at each step, summing to 1; null lets the data misfit controller choose them
    /// (Iglesias and Yang, Inverse Problems 37 (2021) 025008).
    /// </summary>
    public IReadOnlyList<double>? TemperingSteps { get; init; }

    /// <summary>The most updates before giving up, at least 1.</summary>
    public int MostUpdates { get; init; } = 30;

    /// <summary>Factor on the spread about the mean after each update, at least 1; 1 is none.</summary>
    public double Inflation { get; init; } = 1;

    /// <summary>
    /// How many times the sampling noise 1 / sqrt(members) a correlation of parameter and datum has to exceed to count fully;
    /// weaker ones are tapered (Luo, Bhakta and Naevdal, SPE Journal 23 (2018) 396). Null is no localisation; 3 suits small ensembles.
    /// </summary>
    public double? LocalisationThreshold { get; init; }

    /// <summary>Seed of the first ensemble and of the perturbed observations.</summary>
    public ulong Seed { get; init; } = 1;
}
