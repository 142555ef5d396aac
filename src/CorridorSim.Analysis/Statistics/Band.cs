namespace CorridorSim.Analysis.Statistics;

/// <summary>The middle and a central interval of an ensemble.</summary>
/// <param name="Median">Half of the ensemble lies below.</param>
/// <param name="Lower">Lower end, inclusive.</param>
/// <param name="Upper">Upper end, inclusive.</param>
public readonly record struct Band(double Median, double Lower, double Upper)
{
    /// <summary>Whether a value lies within, ends included.</summary>
    public bool Holds(double value) => value >= Lower && value <= Upper;
}
