using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Designs;

/// <summary>
/// Latin hypercube sampling: each factor has exactly one point in each of the equal strata of its axis. McKay, Beckman and
/// Conover, Technometrics 21 (1979) 239.
/// </summary>
public static class LatinHypercube
{
    /// <summary>Points of the unit cube, points x factors, strictly between 0 and 1.</summary>
    /// <param name="count">Points, which is also the number of strata; at least 1.</param>
    /// <param name="factors">Factors, at least 1.</param>
    /// <param name="uniforms">Where the draws come from; the same source gives the same points.</param>
    /// <param name="centred">Whether points lie at the middle of their strata rather than anywhere within.</param>
    public static double[,] Points(int count, int factors, IUniformSource uniforms, bool centred = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        var points = new double[count, factors];
        for (var factor = 0; factor < factors; factor++)
        {
            var strata = uniforms.NextPermutation(count);
            for (var row = 0; row < count; row++)
            {
                points[row, factor] = (strata[row] + (centred ? 0.5 : uniforms.Next())) / count;
            }
        }

        return points;
    }
}
