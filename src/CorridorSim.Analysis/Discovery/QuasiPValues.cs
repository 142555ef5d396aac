using MathNet.Numerics.Distributions;

namespace CorridorSim.Analysis.Discovery;

/// <summary>
/// Whether each line of a rule earns its place: the chance that as dense a box would come from dropping the line and drawing as
/// many points blindly from what remains (binomial). Bryant and Lempert, Technol. Forecast. Soc. Change 77 (2010) 34. They judge
/// data on which the box was found, hence "quasi".
/// </summary>
public static class QuasiPValues
{
    private const double Earning = 0.05;

    /// <summary>The rule without lines that do not earn their place (0.05), the worst dropped first.</summary>
    /// <param name="box">The box.</param>
    /// <param name="inputs">Points x factors.</param>
    /// <param name="hits">Per point.</param>
    public static Box Prune(Box box, double[,] inputs, IReadOnlyList<bool> hits)
    {
        while (box.Restrictions.Count > 0)
        {
            var values = Of(box, inputs, hits);
            var worst = Array.IndexOf(values, values.Max());
            if (values[worst] <= Earning)
            {
                break;
            }

            box = PrimRegion.Measure([.. box.Restrictions.Where((_, line) => line != worst)], inputs, hits);
        }

        return box;
    }

    /// <summary>One value per line of the rule, in its order; small means that the line matters.</summary>
    /// <param name="box">The box.</param>
    /// <param name="inputs">Points x factors.</param>
    /// <param name="hits">Per point.</param>
    public static double[] Of(Box box, double[,] inputs, IReadOnlyList<bool> hits)
    {
        var (inside, insideHits) = Count(box, inputs, hits);
        return [.. box.Restrictions.Select(dropped =>
        {
            var wider = box with { Restrictions = [.. box.Restrictions.Where(line => line != dropped)] };
            var (points, pointHits) = Count(wider, inputs, hits);
            return insideHits == 0 ? 1 : Math.Max(0, 1 - Binomial.CDF((double)pointHits / points, inside, insideHits - 1));
        })];
    }

    private static (int Points, int Hits) Count(Box box, double[,] inputs, IReadOnlyList<bool> hits)
    {
        var (points, found) = (0, 0);
        for (var row = 0; row < hits.Count; row++)
        {
            if (box.Contains(inputs, row))
            {
                points++;
                found += hits[row] ? 1 : 0;
            }
        }

        return (points, found);
    }
}
