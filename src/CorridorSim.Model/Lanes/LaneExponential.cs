using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CorridorSim.Model.Lanes;

/// <summary>
/// The exponential of eight lanes, with the same bits on every processor: additions and multiplications in a fixed order,
/// never fused, and no table. With k the whole number nearest to x / ln 2 and r = x - k ln 2, e^x = 2^k e^r and
/// e^r = 1 + r + r^2 q(r), where q is the polynomial of degree 9 that errs least (Remez) for |r| up to ln 2 / 2: 2^-56 of
/// the result. With its rounding the result is off by less than one unit in the last place.
/// </summary>
internal static class LaneExponential
{
    /// <summary>The greatest and, negated, the least exponent that <see cref="Exp"/> takes.</summary>
    public const double Greatest = 700;

    // Adding 1.5 x 2^52 rounds to a whole number and leaves it in the lowest bits of the mantissa.
    private const double Rounder = 6755399441055744;
    private const double PerLogTwo = 1.4426950408889634;

    // ln 2 = LogTwo + LogTwoRest; the first has 40 bits, so that its product with k is exact.
    public const double LogTwo = 0.6931471805601177;
    public const double LogTwoRest = -1.7239444525614835e-13;

    /// <summary>e^x.</summary>
    /// <param name="x">Between -<see cref="Greatest"/> and <see cref="Greatest"/>, or not a number, which stays one.</param>
    public static LaneVector Exp(LaneVector x) => new(Exp(x.Lower), Exp(x.Upper));

    /// <summary>e^x of one number, of any size.</summary>
    public static double Exp(double x)
    {
        switch (x)
        {
            case > 710:
                return double.PositiveInfinity;
            case < -746:
                return 0;
            case double.NaN:
                return double.NaN;
        }

        var k = ((x * PerLogTwo) + Rounder) - Rounder;
        return Math.ScaleB(Significand(Of(x), Of(k)).ToScalar(), (int)k);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp(Vector256<double> x)
    {
        var shifted = (x * PerLogTwo) + Of(Rounder);
        var power = (shifted.AsInt64() << 52) + Vector256.Create(1023L << 52);
        return Significand(x, shifted - Of(Rounder)) * power.AsDouble();
    }

    /// <summary>e^(x - k ln 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Significand(Vector256<double> x, Vector256<double> k)
    {
        var r = x - (k * LogTwo) - (k * LogTwoRest);
        var r2 = r * r;
        var r4 = r2 * r2;
        var low = (r * 0.16666666666666674) + Of(0.5000000000000001);
        var second = (r * 0.008333333333322207) + Of(0.04166666666662412);
        var third = (r * 0.00019841269886591) + Of(0.0013888888917217457);
        var fourth = (r * 2.7557242336680357e-06) + Of(2.4801521290973345e-05);
        var high = (r * 2.5110049895858716e-08) + Of(2.7620090518499427e-07);
        var q = low + (r2 * second) + (r4 * (third + (r2 * fourth) + (r4 * high)));
        return Of(1) + (r + (r2 * q));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(double value) => Vector256.Create(value);
}
