namespace CorridorSim.Analysis.Designs;

/// <summary>
/// The Sobol' low-discrepancy sequence with the direction numbers of Joe and Kuo, in Gray-code order (Antonov and Saleev),
/// without scrambling. Point 0 is the origin. Joe and Kuo, SIAM J. Sci. Comput. 30 (2008) 2635.
/// </summary>
public sealed class SobolSequence
{
    /// <summary>The most dimensions that the table supports.</summary>
    public const int MaxDimensions = JoeKuoDirections.Dimensions;

    private const double TwoToMinus32 = 1.0 / (1UL << 32);
    private readonly uint[][] _directions;

    /// <summary>A sequence.</summary>
    /// <param name="dimensions">From 1 to <see cref="MaxDimensions"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer or more dimensions than that.</exception>
    public SobolSequence(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        _directions = [.. Enumerable.Range(0, dimensions).Select(JoeKuoDirections.Of)];
    }

    /// <summary>The dimensions of a point.</summary>
    public int Dimensions => _directions.Length;

    /// <summary>Successive points, points x dimensions, each coordinate in [0, 1) and a multiple of 2^-32.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="skip">
    /// How many to leave out before them. 0 keeps the balance of the first 2^k points; 1 leaves out the origin, which
    /// distributions without bounds map to infinity.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the points go past 2^32.</exception>
    public double[,] Points(int count, long skip = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfNegative(skip);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(skip + count, 1L << 32, nameof(skip));
        var points = new double[count, Dimensions];
        for (var dimension = 0; dimension < Dimensions; dimension++)
        {
            for (var row = 0; row < count; row++)
            {
                points[row, dimension] = Integer((uint)(skip + row), _directions[dimension]) * TwoToMinus32;
            }
        }

        return points;
    }

    private static uint Integer(uint index, uint[] directions)
    {
        var value = 0u;
        var gray = index ^ (index >> 1);
        for (var bit = 0; gray != 0; bit++, gray >>= 1)
        {
            if ((gray & 1) != 0)
            {
                value ^= directions[bit];
            }
        }

        return value;
    }
}
