namespace CorridorSim.Analysis.Statistics;

/// <summary>
/// The percentile interval of <see cref="Bootstrap.Mean"/> for samples of one size, to the last bit: which values are drawn
/// depends on seed and size alone, so that they are drawn once and not for each of the many figures of a comparison.
/// </summary>
public sealed class ResampledMean
{
    /// <summary>The largest size that is worth keeping: two megabytes at 1,000 resamples.</summary>
    public const int MostValues = 1024;

    private static ResampledMean? _latest;

    private readonly int _count;
    private readonly int _resamples;
    private readonly ulong _seed;
    private readonly ushort[] _drawn;

    private ResampledMean(int count, int resamples, ulong seed)
    {
        (_count, _resamples, _seed, _drawn) = (count, resamples, seed, new ushort[count * resamples]);
        var uniforms = new SplitMixUniforms(seed);
        for (var resample = 0; resample < resamples; resample++)
        {
            for (var i = 0; i < count; i++)
            {
                _drawn[(i * resamples) + resample] = (ushort)uniforms.NextIndex(count);
            }
        }
    }

    /// <summary>The interval of a sample.</summary>
    /// <param name="values">The sample.</param>
    /// <param name="resamples">Bootstrap samples, at least 1.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <param name="seed">Which draws.</param>
    public static Band Interval(ReadOnlySpan<double> values, int resamples, double level, ulong seed)
    {
        if (values.Length > MostValues)
        {
            return Bootstrap.Mean(values, resamples, level, new SplitMixUniforms(seed));
        }

        if (_latest is not { } kept || (kept._count, kept._resamples, kept._seed) != (values.Length, resamples, seed))
        {
            _latest = kept = new ResampledMean(values.Length, resamples, seed);
        }

        return Quantiles.Interval(kept.Means(values), level);
    }

    // All resamples take their i-th value before any takes the next: the sums are those of one resample after the other.
    private double[] Means(ReadOnlySpan<double> values)
    {
        var means = new double[_resamples];
        for (var i = 0; i < values.Length; i++)
        {
            var drawn = _drawn.AsSpan(i * _resamples, _resamples);
            for (var resample = 0; resample < means.Length; resample++)
            {
                means[resample] += values[drawn[resample]];
            }
        }

        for (var resample = 0; resample < means.Length; resample++)
        {
            means[resample] /= values.Length;
        }

        return means;
    }
}
