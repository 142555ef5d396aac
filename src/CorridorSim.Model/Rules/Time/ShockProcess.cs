namespace CorridorSim.Model.Rules.Time;

/// <summary>
/// Push shocks (docs/model.md, push shocks): a stationary AR(1), x' = a x + s sqrt(1 - a^2) z with z = sqrt(c) u + sqrt(1 - c) v of a standard
/// normal u that all nationalities meet and v of their own; log units.
/// </summary>
internal static class ShockProcess
{
    /// <summary>sqrt(c) u + sqrt(1 - c) v, of variance 1.</summary>
    /// <param name="common">The innovation that all meet, u.</param>
    /// <param name="own">That of the nationality, v.</param>
    /// <param name="share">Share of the variance that all have in common, c, 0 to 1.</param>
    public static double Innovation(double common, double own, double share) => (Math.Sqrt(share) * common) + (Math.Sqrt(1 - share) * own);

    /// <summary>s z: the first shock, of the stationary state.</summary>
    public static double First(double spread, double innovation) => spread * innovation;

    /// <summary>a x + s sqrt(1 - a^2) z: the shock of the next month.</summary>
    /// <param name="shock">That of the last, x.</param>
    /// <param name="spread">Standard deviation over the long run, s.</param>
    /// <param name="persistence">Correlation between months, a; at 1 and beyond nothing new comes.</param>
    /// <param name="innovation">The innovation z, of variance 1.</param>
    public static double Next(double shock, double spread, double persistence, double innovation) =>
        (persistence * shock) + (spread * Math.Sqrt(Math.Max(0, 1 - (persistence * persistence))) * innovation);
}
