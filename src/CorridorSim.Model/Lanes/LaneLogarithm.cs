using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// The natural logarithm of eight lanes, with the same bits on every processor: one division, additions and multiplications
/// in a fixed order, never fused, and no table. With x = 2^k (1 + f), 1 + f between the roots of 1/2 and 2, and
/// s = f / (2 + f), ln(1 + f) = 2 artanh(s) = 2s + s R(s^2), where R is the polynomial that errs least (Remez): 2^-56 of s.
/// As 2s = f - s f and s f = f^2/2 - s f^2/2, this is f - (h - s (h + R)) with h = f^2/2, which is rounded late. The result is
/// off by less than one unit in the last place.
/// </summary>
internal static class LaneLogarithm
{
    private const double LeastNormal = 2.2250738585072014e-308;
    private const long Mantissa = (1L << 52) - 1;
    private const long RootOfHalf = 0x3FE6A09E667F3BCD;

    // The bits of 2^52: a whole number below 2^52 put into them and 2^52 taken away is that number.
    private const long WholeBits = 0x4330000000000000;
    private const double Whole = 4503599627370496;

    /// <summary>ln x.</summary>
    /// <param name="x">At least 2.3e-308; infinity and what is not a number stay what they are.</param>
    public static LaneVector Log(LaneVector x) => new(Log(x.Lower, 0), Log(x.Upper, 0));

    /// <summary>ln x of one number: minus infinity of 0, not a number below.</summary>
    public static double Log(double x) => x switch
    {
        0 => double.NegativeInfinity,
        < 0 => double.NaN,
        < LeastNormal => Log(Of(x * (1L << 54)), 54).ToScalar(),
        _ => Log(Of(x), 0).ToScalar(),
    };

    /// <summary>ln(x / 2^shift).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log(Vector256<double> x, int shift)
    {
        // Counted from the root of 1/2, the exponent field is k and the mantissa that of 1 + f less the root.
        var bits = x.AsInt64() - Vector256.Create(RootOfHalf - (1023L << 52));
        var k = ((bits >>> 52) + Vector256.Create(WholeBits)).AsDouble() - Of(Whole + 1023 + shift);
        var f = ((bits & Vector256.Create(Mantissa)) + Vector256.Create(RootOfHalf)).AsDouble() - Of(1);

        var s = f / (Of(2) + f);
        var z = s * s;
        var z2 = z * z;
        var low = (z * 0.39999999999898384) + Of(0.666666666666667);
        var middle = (z * 0.22222211068328085) + Of(0.285714286264267);
        var high = (z * 0.15331585960092398) + Of(0.1818289354886713);
        var r = z * (low + (z2 * (middle + (z2 * (high + (z2 * 0.14618008831373527))))));

        var h = f * f * 0.5;
        var result = (k * LaneExponential.LogTwo) - ((h - ((s * (h + r)) + (k * LaneExponential.LogTwoRest))) - f);
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Of(double.PositiveInfinity)), result, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(double value) => Vector256.Create(value);
}
