namespace CorridorSim.Analysis.Statistics;

/// <summary>
/// Quantiles of a sample, type 7 of Hyndman and Fan (The American Statistician 50 (1996) 361): linear between order
/// statistics, as in R, NumPy and Excel. A NaN anywhere makes the result NaN, so that a failed lane is never overlooked; an
/// empty sample gives NaN. Leave failed lanes out beforehand with <see cref="WithoutNaN"/>.
/// </summary>
public static class Quantiles
{
    /// <summary>The value below which a share <paramref name="probability"/> of the sample lies.</summary>
    /// <param name="values">The sample, in any order; it is not changed.</param>
    /// <param name="probability">From 0 (least) to 1 (greatest), both inclusive.</param>
    public static double At(ReadOnlySpan<double> values, double probability)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return OfSorted(sorted, probability);
    }

    /// <summary>The same of a sample in ascending order (NaN sorts first).</summary>
    /// <param name="sorted">The sample, ascending.</param>
    /// <param name="probability">From 0 to 1, both inclusive.</param>
    public static double OfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        if (sorted.IsEmpty || double.IsNaN(sorted[0]))
        {
            return double.NaN;
        }

        return Between(sorted, probability * (sorted.Length - 1), fromTop: false);
    }

    /// <summary>The middle of the sample.</summary>
    /// <param name="values">The sample, in any order.</param>
    public static double Median(ReadOnlySpan<double> values) => At(values, 0.5);

    /// <summary>
    /// Median and the central interval that holds a share <paramref name="level"/> of the sample. The upper end is counted from
    /// the top, so that the interval of the negated sample is the negated interval to the last bit.
    /// </summary>
    /// <param name="values">The sample, in any order.</param>
    /// <param name="level">Between 0 and 1; 0.9 gives the quantiles 0.05 and 0.95.</param>
    public static Band Interval(ReadOnlySpan<double> values, double level = 0.9)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        var tail = (1 - level) / 2;
        var lower = OfSorted(sorted, tail);
        return new Band(OfSorted(sorted, 0.5), lower, double.IsNaN(lower) ? lower : Between(sorted, tail * (sorted.Length - 1), fromTop: true));
    }

    private static double Between(ReadOnlySpan<double> sorted, double place, bool fromTop)
    {
        var (near, part) = ((int)place, place - (int)place);
        var far = Math.Min(near + 1, sorted.Length - 1);
        var (first, second) = fromTop ? (sorted[^(near + 1)], sorted[^(far + 1)]) : (sorted[near], sorted[far]);
        // Equal neighbours are returned as they are: between two infinities the difference is undefined.
        return first == second ? first : ((1 - part) * first) + (part * second);
    }

    /// <summary>The sample without what is not a number.</summary>
    /// <param name="values">The sample.</param>
    public static double[] WithoutNaN(ReadOnlySpan<double> values)
    {
        var kept = new List<double>(values.Length);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                kept.Add(value);
            }
        }

        return [.. kept];
    }
}

/// <summary>The middle and a central interval of an ensemble.</summary>
/// <param name="Median">Half of the ensemble lies below.</param>
/// <param name="Lower">Lower end, inclusive.</param>
/// <param name="Upper">Upper end, inclusive.</param>
public readonly record struct Band(double Median, double Lower, double Upper)
{
    /// <summary>Whether a value lies within, ends included.</summary>
    public bool Holds(double value) => value >= Lower && value <= Upper;
}
