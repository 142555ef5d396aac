namespace CorridorSim.Analysis.Statistics;

/// <summary>Intervals by resampling. Efron, Annals of Statistics 7 (1979) 1.</summary>
public static class Bootstrap
{
    /// <summary>Indices drawn with replacement.</summary>
    /// <param name="count">How many, and from how many.</param>
    /// <param name="uniforms">Where the draws come from.</param>
    public static int[] Indices(int count, IUniformSource uniforms)
    {
        var indices = new int[count];
        for (var i = 0; i < count; i++)
        {
            indices[i] = uniforms.NextIndex(count);
        }

        return indices;
    }

    /// <summary>
    /// The percentile interval of a statistic that is larger or smaller in resamples than in the sample, moved by the median of
    /// that bias (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 10): it always holds the estimate.
    /// </summary>
    /// <param name="estimate">The statistic of the sample.</param>
    /// <param name="resampled">The statistic of each resample.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <param name="lowest">The least that the statistic can be.</param>
    /// <param name="highest">The greatest.</param>
    public static Band Interval(double estimate, ReadOnlySpan<double> resampled, double level, double lowest, double highest)
    {
        var band = Quantiles.Interval(resampled, level);
        var bias = band.Median - estimate;
        return new Band(estimate, Math.Clamp(band.Lower - bias, Math.Min(lowest, estimate), highest), Math.Clamp(band.Upper - bias, lowest, Math.Max(highest, estimate)));
    }

    /// <summary>The percentile interval of the mean.</summary>
    /// <param name="values">The sample.</param>
    /// <param name="resamples">Bootstrap samples, at least 1.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <param name="uniforms">Where the draws come from.</param>
    public static Band Mean(ReadOnlySpan<double> values, int resamples, double level, IUniformSource uniforms)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var means = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[uniforms.NextIndex(values.Length)];
            }

            means[resample] = sum / values.Length;
        }

        return Quantiles.Interval(means, level);
    }
}
