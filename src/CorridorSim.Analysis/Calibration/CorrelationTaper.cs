namespace CorridorSim.Analysis.Calibration;

/// <summary>
/// Weakens what a small ensemble cannot tell from chance: weight by the correlation of parameter and datum, after Luo, Bhakta and
/// Naevdal, SPE Journal 23 (2018) 396, with the function of Gaspari and Cohn, Q. J. R. Meteorol. Soc. 125 (1999) 723.
/// </summary>
internal static class CorrelationTaper
{
    /// <summary>A weight from about 0 (no correlation) to 1 (full correlation).</summary>
    /// <param name="correlation">From -1 to 1; NaN (no spread) has no weight.</param>
    /// <param name="noise">Correlation that chance alone gives, below 1.</param>
    public static double Of(double correlation, double noise) =>
        double.IsNaN(correlation) ? 0 : GaspariCohn(Math.Max(0, 1 - Math.Abs(correlation)) / (1 - noise));

    private static double GaspariCohn(double z) => z switch
    {
        <= 1 => (((((((-0.25 * z) + 0.5) * z) + 0.625) * z) - (5.0 / 3)) * z * z) + 1,
        < 2 => (((((((((((z / 12) - 0.5) * z) + 0.625) * z) + (5.0 / 3)) * z) - 5) * z) + 4) - (2 / (3 * z))),
        _ => 0,
    };
}
