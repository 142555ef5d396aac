namespace CorridorSim.Analysis.Tests.Sensitivity;

/// <summary>Functions on the unit cube whose indices are known in closed form.</summary>
internal static class ReferenceFunctions
{
    /// <summary>Ishigami and Homma (1990) with a = 7, b = 0.1: indices 0.3139, 0.4424, 0; totals 0.5576, 0.4424, 0.2437.</summary>
    public static double Ishigami(ReadOnlySpan<double> unit)
    {
        Span<double> x = stackalloc double[3];
        for (var i = 0; i < 3; i++)
        {
            x[i] = Math.PI * ((2 * unit[i]) - 1);
        }

        return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
    }

    /// <summary>Sobol's g-function: product of (|4 x - 2| + a) / (1 + a).</summary>
    public static double G(ReadOnlySpan<double> unit, ReadOnlySpan<double> a)
    {
        var product = 1.0;
        for (var i = 0; i < unit.Length; i++)
        {
            product *= (Math.Abs((4 * unit[i]) - 2) + a[i]) / (1 + a[i]);
        }

        return product;
    }

    /// <summary>The value at each row of a table of points.</summary>
    public static double[] AtEach(double[,] points, Func<double[], double> function) =>
        [.. Enumerable.Range(0, points.GetLength(0)).Select(row =>
            function([.. Enumerable.Range(0, points.GetLength(1)).Select(factor => points[row, factor])]))];
}
