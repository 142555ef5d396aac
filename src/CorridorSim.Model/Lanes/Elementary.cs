namespace CorridorSim.Model.Lanes;

/// <summary>
/// Functions of one number with the same bits on every processor and system. Those of <see cref="Math"/> are the C library's,
/// whose last bits depend on both; square roots and the four operations do not.
/// </summary>
public static class Elementary
{
    /// <summary>e^x, off by less than one unit in the last place.</summary>
    public static double Exp(double x) => LaneExponential.Exp(x);

    /// <summary>ln x, off by less than one unit in the last place; minus infinity of 0, not a number below.</summary>
    public static double Log(double x) => LaneLogarithm.Log(x);

    /// <summary>ln(1 + x), relative error below 2^-51, also for x near 0; minus infinity of -1, not a number below.</summary>
    public static double LogP1(double x)
    {
        var sum = 1 + x;
        return sum <= 0 || double.IsPositiveInfinity(sum) ? Log(sum) : Log(sum) - ((sum - 1 - x) / sum);
    }

    /// <summary>base^exponent, relative error below (1 + |exponent ln base|) 2^-51; not a number for a root of a base below 0.</summary>
    public static double Pow(double @base, double exponent)
    {
        if (exponent == 0 || @base == 1)
        {
            return 1;
        }

        var size = Exp(exponent * Log(Math.Abs(@base)));
        return @base >= 0 ? size : exponent != Math.Floor(exponent) ? double.NaN : exponent % 2 == 0 ? size : -size;
    }

    /// <summary>
    /// The value below which a share of a standard normal distribution lies, relative error below 2^-49 (beside one half: of
    /// the distance). Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988).
    /// </summary>
    /// <param name="share">Between 0 and 1; at these the result is infinite, outside not a number.</param>
    public static double NormalQuantile(double share) => NormalPoints.Of(share);
}
