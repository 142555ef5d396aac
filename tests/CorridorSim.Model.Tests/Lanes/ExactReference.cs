using System.Numerics;

namespace CorridorSim.Model.Tests.Lanes;

/// <summary>Exponential and logarithm in whole numbers of 320 bits, against which every rounding error of a double shows.</summary>
internal static class ExactReference
{
    private const int Bits = 320;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger LogTwo = 2 * Artanh(One / 3);

    /// <summary>How far a result lies from e^x, in units of its last place.</summary>
    public static double ExpError(double x, double result)
    {
        var scaled = Scaled(x);
        var k = (int)((scaled + (LogTwo / 2)) / LogTwo);
        var rest = scaled - (k * LogTwo);
        var sum = One;
        var term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = (term * rest >> Bits) / n;
            sum += term;
        }

        return Units(sum, k, result);
    }

    /// <summary>How far a result lies from ln x, in units of its last place.</summary>
    public static double LogError(double x, double result)
    {
        var (mantissa, power) = Parts(x);
        var length = (int)mantissa.GetBitLength();
        var significand = mantissa << (Bits - length);
        var artanh = Artanh(((significand - One) << Bits) / (significand + One));
        return Units((2 * artanh) + ((power + length) * LogTwo), 0, result);
    }

    private static BigInteger Artanh(BigInteger x)
    {
        var square = x * x >> Bits;
        var sum = BigInteger.Zero;
        var power = BigInteger.Abs(x);
        for (var n = 1; !power.IsZero; n += 2)
        {
            sum += power / n;
            power = power * square >> Bits;
        }

        return x.Sign * sum;
    }

    /// <summary>|result - exact 2^k| over the last place of the result.</summary>
    private static double Units(BigInteger exact, int k, double result)
    {
        var (mantissa, power) = Parts(result);
        var shift = power + Bits - k;
        var difference = shift >= 0 ? (mantissa << shift) - exact : mantissa - (exact >> -shift);
        return Math.Abs((double)difference / (shift >= 0 ? Math.ScaleB(1, shift) : 1));
    }

    private static BigInteger Scaled(double x)
    {
        var (mantissa, power) = Parts(x);
        return power + Bits >= 0 ? mantissa << (power + Bits) : mantissa >> -(power + Bits);
    }

    /// <summary>x = mantissa 2^power, the mantissa whole.</summary>
    private static (BigInteger Mantissa, int Power) Parts(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var field = (int)((bits >> 52) & 0x7FF);
        var mantissa = (bits & ((1L << 52) - 1)) | (field == 0 ? 0 : 1L << 52);
        return (x < 0 ? -mantissa : mantissa, Math.Max(field, 1) - 1075);
    }
}
