using CorridorSim.Model.Lanes;

namespace CorridorSim.Analysis.Statistics;

/// <summary>
/// Scores of forecasts against what happened. Continuous ranked probability score after Gneiting and Raftery, J. Am. Stat.
/// Assoc. 102 (2007) 359, its fair form after Ferro, Q. J. R. Meteorol. Soc. 140 (2014) 1917. Lower is better except for coverage.
/// </summary>
public static class ForecastScores
{
    /// <summary>CRPS of an ensemble taken as the whole distribution; of one member, its absolute error. Unit of the values.</summary>
    /// <param name="ensemble">At least one member; a NaN makes the score NaN.</param>
    /// <param name="observed">What happened.</param>
    public static double Crps(ReadOnlySpan<double> ensemble, double observed) =>
        Distance(ensemble, observed) - (Spread(ensemble) / ((double)ensemble.Length * ensemble.Length));

    /// <summary>CRPS that does not reward ensembles for being large; needs at least two members, else NaN.</summary>
    /// <param name="ensemble">Members; a NaN makes the score NaN.</param>
    /// <param name="observed">What happened.</param>
    public static double FairCrps(ReadOnlySpan<double> ensemble, double observed) => ensemble.Length < 2
        ? double.NaN
        : Distance(ensemble, observed) - (Spread(ensemble) / ((double)ensemble.Length * (ensemble.Length - 1)));

    /// <summary>
    /// Weighted interval score of quantiles: twice their mean quantile loss, which for a median and central intervals is the score
    /// of Bracher, Ray, Gneiting and Reich, PLoS Comput. Biol. 17 (2021) e1008618. Of a single value, its absolute error.
    /// </summary>
    /// <param name="probabilities">Between 0 and 1, both exclusive.</param>
    /// <param name="quantiles">One per probability.</param>
    /// <param name="observed">What happened.</param>
    public static double WeightedInterval(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> quantiles, double observed)
    {
        CheckPaired(quantiles.Length, probabilities.Length);
        var sum = 0.0;
        for (var i = 0; i < quantiles.Length; i++)
        {
            var gap = observed - quantiles[i];
            sum += 2 * (gap >= 0 ? probabilities[i] * gap : (probabilities[i] - 1) * gap);
        }

        return sum / quantiles.Length;
    }

    /// <summary>Share of observations within their interval, ends included; NaN observations are left out, of none NaN.</summary>
    /// <param name="bands">One interval per observation.</param>
    /// <param name="observed">Observations; NaN where there is none.</param>
    public static double Coverage(ReadOnlySpan<Band> bands, ReadOnlySpan<double> observed)
    {
        CheckPaired(bands.Length, observed.Length);
        var (inside, count) = (0, 0);
        for (var i = 0; i < observed.Length; i++)
        {
            if (!double.IsNaN(observed[i]))
            {
                count++;
                inside += bands[i].Holds(observed[i]) ? 1 : 0;
            }
        }

        return count == 0 ? double.NaN : (double)inside / count;
    }

    /// <summary>Root mean square difference of log(1 + flow); NaN observations are left out, of none NaN.</summary>
    /// <param name="forecast">Flows, at least 0.</param>
    /// <param name="observed">Flows, at least 0; NaN where there is none.</param>
    public static double RmseLog1p(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed)
    {
        var mean = MeanOf(forecast, observed, (f, o) =>
        {
            var difference = Elementary.LogP1(f) - Elementary.LogP1(o);
            return difference * difference;
        });
        return Math.Sqrt(mean);
    }

    /// <summary>Mean absolute error; NaN observations are left out, of none NaN.</summary>
    /// <param name="forecast">Forecasts.</param>
    /// <param name="observed">Observations; NaN where there is none.</param>
    public static double MeanAbsoluteError(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed) =>
        MeanOf(forecast, observed, (f, o) => Math.Abs(f - o));

    /// <summary>
    /// Mean absolute error over that of a rival on the same observations: below 1 beats the rival. A rival without error gives
    /// infinity, or NaN when the forecast has none either.
    /// </summary>
    /// <param name="forecast">Forecasts.</param>
    /// <param name="rival">The rival's forecasts.</param>
    /// <param name="observed">Observations; NaN where there is none.</param>
    public static double MaeRatio(ReadOnlySpan<double> forecast, ReadOnlySpan<double> rival, ReadOnlySpan<double> observed) =>
        MeanAbsoluteError(forecast, observed) / MeanAbsoluteError(rival, observed);

    private static double MeanOf(ReadOnlySpan<double> forecast, ReadOnlySpan<double> observed, Func<double, double, double> error)
    {
        CheckPaired(forecast.Length, observed.Length);
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < observed.Length; i++)
        {
            if (!double.IsNaN(observed[i]))
            {
                sum += error(forecast[i], observed[i]);
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    private static void CheckPaired(int forecasts, int observations)
    {
        if (forecasts != observations)
        {
            throw new ArgumentException($"{forecasts} forecasts, {observations} observations.", nameof(observations));
        }
    }

    private static double Distance(ReadOnlySpan<double> ensemble, double observed)
    {
        var sum = 0.0;
        foreach (var member in ensemble)
        {
            sum += Math.Abs(member - observed);
        }

        return sum / ensemble.Length;
    }

    // Half the sum of |x_i - x_j| over all ordered pairs; sorting makes it one pass.
    private static double Spread(ReadOnlySpan<double> ensemble)
    {
        double[] sorted = [.. ensemble];
        Array.Sort(sorted);
        var sum = 0.0;
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += sorted[i] * ((2 * i) + 1 - sorted.Length);
        }

        return sum;
    }
}
