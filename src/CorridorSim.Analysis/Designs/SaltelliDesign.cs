namespace CorridorSim.Analysis.Designs;

/// <summary>
/// The points from which first-order and total Sobol' indices are estimated: two independent matrices A and B, and for each
/// factor i the matrix AB_i, which is A with column i from B. Saltelli et al., Comput. Phys. Commun. 181 (2010) 259.
/// </summary>
/// <param name="Points">
/// Points of the unit cube, (base count x (factors + 2)) x factors, block after block: A, B, AB_0, AB_1, ...
/// </param>
/// <param name="BaseCount">Rows of A.</param>
public sealed record SaltelliDesign(double[,] Points, int BaseCount)
{
    /// <summary>How many factors.</summary>
    public int Factors => Points.GetLength(1);

    /// <summary>How many points: base count x (factors + 2).</summary>
    public int Count => Points.GetLength(0);

    /// <summary>A and B from the halves of a Sobol' sequence of twice as many dimensions.</summary>
    /// <param name="baseCount">Rows of A; a power of two keeps the sequence balanced.</param>
    /// <param name="factors">At most half of <see cref="SobolSequence.MaxDimensions"/>.</param>
    /// <param name="skip">Points to leave out; at least 1 keeps the origin, a corner of every factor, out.</param>
    public static SaltelliDesign FromSobol(int baseCount, int factors, long skip = 1)
    {
        var pairs = new SobolSequence(2 * factors).Points(baseCount, skip);
        var a = new double[baseCount, factors];
        var b = new double[baseCount, factors];
        for (var row = 0; row < baseCount; row++)
        {
            for (var factor = 0; factor < factors; factor++)
            {
                a[row, factor] = pairs[row, factor];
                b[row, factor] = pairs[row, factors + factor];
            }
        }

        return FromMatrices(a, b);
    }

    /// <summary>The design of two given matrices.</summary>
    /// <param name="a">Rows x factors, in the unit cube.</param>
    /// <param name="b">As many rows and factors, independent of <paramref name="a"/>.</param>
    /// <exception cref="ArgumentException">The matrices differ in shape.</exception>
    public static SaltelliDesign FromMatrices(double[,] a, double[,] b)
    {
        var (count, factors) = (a.GetLength(0), a.GetLength(1));
        if (b.GetLength(0) != count || b.GetLength(1) != factors)
        {
            throw new ArgumentException($"A is {count} x {factors}, B is {b.GetLength(0)} x {b.GetLength(1)}.", nameof(b));
        }

        var points = new double[count * (factors + 2), factors];
        for (var row = 0; row < count; row++)
        {
            for (var factor = 0; factor < factors; factor++)
            {
                points[row, factor] = a[row, factor];
                points[count + row, factor] = b[row, factor];
                for (var exchanged = 0; exchanged < factors; exchanged++)
                {
                    points[((2 + exchanged) * count) + row, factor] = exchanged == factor ? b[row, factor] : a[row, factor];
                }
            }
        }

        return new SaltelliDesign(points, count);
    }
}
