using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>The quantiles by which a forecast is scored and kept: the 23 that forecast hubs ask for.</summary>
public static class ForecastQuantiles
{
    /// <summary>Probabilities, ascending, symmetric about 0.5.</summary>
    public static IReadOnlyList<double> Probabilities { get; } =
    [
        0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99,
    ];

    /// <summary>The quantiles of members at these probabilities.</summary>
    public static double[] Of(double[] members)
    {
        double[] sorted = [.. members.Order()];
        return [.. Probabilities.Select(p => Quantiles.OfSorted(sorted, p))];
    }

    /// <summary>The quantile of one of the probabilities.</summary>
    public static double At(IReadOnlyList<double> quantiles, double probability)
    {
        ArgumentNullException.ThrowIfNull(quantiles);
        return quantiles[Index(probability)];
    }

    /// <summary>
    /// Continuous ranked probability score of a forecast that is known by these quantiles alone: twice the integral of the quantile
    /// loss over the probabilities, by trapezoids, the outermost losses kept to the ends.
    /// </summary>
    public static double Crps(IReadOnlyList<double> quantiles, double observed)
    {
        ArgumentNullException.ThrowIfNull(quantiles);
        double Loss(int i) => (observed >= quantiles[i] ? Probabilities[i] : Probabilities[i] - 1) * (observed - quantiles[i]);
        var sum = (Loss(0) * Probabilities[0]) + (Loss(quantiles.Count - 1) * (1 - Probabilities[^1]));
        for (var i = 1; i < quantiles.Count; i++)
        {
            sum += (Probabilities[i] - Probabilities[i - 1]) * (Loss(i) + Loss(i - 1)) / 2;
        }

        return 2 * sum;
    }

    private static int Index(double probability)
    {
        for (var i = 0; i < Probabilities.Count; i++)
        {
            if (Math.Abs(Probabilities[i] - probability) < 1e-9)
            {
                return i;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(probability), probability, "It is none of the probabilities that are kept.");
    }
}
