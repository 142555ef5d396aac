using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>
/// Distribution-based sensitivity from any sample: the sample is cut into slices of equal count along a factor, and the
/// distribution of the output in a slice is held against that of the whole. Pianosi and Wagener, Environ. Model. Softw. 67
/// (2015) 1 and 108 (2018) 197; dummy factor after Khorashadi Zadeh et al., Environ. Model. Softw. 91 (2017) 210.
/// </summary>
public static class Pawn
{
    /// <summary>The indices of each factor.</summary>
    /// <param name="inputs">Points x factors, on any scale; equal values fall in one slice as far as they go.</param>
    /// <param name="outputs">One value per point.</param>
    /// <param name="uniforms">Draws for the bootstrap and the dummy factor.</param>
    /// <param name="slices">Slices per factor, at least 2; each needs some dozens of points.</param>
    /// <param name="resamples">Bootstrap samples, at least 1.</param>
    /// <param name="level">Level of the percentile intervals.</param>
    /// <exception cref="ArgumentException">Points and outputs differ in number, or are fewer than two per slice.</exception>
    public static PawnRanking Rank(
        double[,] inputs, ReadOnlySpan<double> outputs, IUniformSource uniforms, int slices = 10, int resamples = 100, double level = 0.9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slices, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var count = inputs.GetLength(0);
        if (outputs.Length != count || count < 2 * slices)
        {
            throw new ArgumentException($"{count} points and {outputs.Length} outputs do not fill {slices} slices.", nameof(outputs));
        }

        var values = outputs.ToArray();
        var factors = new PawnIndex[inputs.GetLength(1)];
        for (var factor = 0; factor < factors.Length; factor++)
        {
            double[] places = [.. Enumerable.Range(0, count).Select(row => inputs[row, factor])];
            factors[factor] = Index(factor, places, values, slices, resamples, level, uniforms);
        }

        var dummies = new (double Median, double Max)[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            double[] places = [.. Enumerable.Range(0, count).Select(_ => uniforms.Next())];
            dummies[resample] = Distances(places, values, slices);
        }

        return new PawnRanking(
            factors,
            Quantiles.Interval([.. dummies.Select(dummy => dummy.Median)], level),
            Quantiles.Interval([.. dummies.Select(dummy => dummy.Max)], level));
    }

    private static PawnIndex Index(
        int factor, double[] places, double[] values, int slices, int resamples, double level, IUniformSource uniforms)
    {
        var (median, max) = Distances(places, values, slices);
        var samples = new (double Median, double Max)[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var rows = Bootstrap.Indices(values.Length, uniforms);
            samples[resample] = Distances([.. rows.Select(row => places[row])], [.. rows.Select(row => values[row])], slices);
        }

        return new PawnIndex(
            factor,
            median,
            Bootstrap.Interval(median, [.. samples.Select(sample => sample.Median)], level, 0, 1),
            max,
            Bootstrap.Interval(max, [.. samples.Select(sample => sample.Max)], level, 0, 1));
    }

    private static (double Median, double Max) Distances(double[] places, double[] values, int slices)
    {
        var count = places.Length;
        double[] all = [.. values];
        Array.Sort(all);
        double[] sortedPlaces = [.. places];
        double[] byPlace = [.. values];
        Array.Sort(sortedPlaces, byPlace);

        var distances = new List<double>(slices);
        for (int slice = 0, from = 0; slice < slices && from < count; slice++)
        {
            var to = Math.Max(from + 1, (int)((long)count * (slice + 1) / slices));
            // A value is never split over two slices: a factor with few levels has as many slices as levels.
            while (to < count && sortedPlaces[to] == sortedPlaces[to - 1])
            {
                to++;
            }

            distances.Add(KolmogorovSmirnov(byPlace[from..to], all));
            from = to;
        }

        return (Quantiles.Median([.. distances]), distances.Max());
    }

    private static double KolmogorovSmirnov(double[] part, double[] sortedWhole)
    {
        Array.Sort(part);
        var greatest = 0.0;
        for (int i = 0, j = 0; i < part.Length;)
        {
            var value = part[i];
            while (j < sortedWhole.Length && sortedWhole[j] < value)
            {
                j++;
            }

            // Just below the value, then at it: the two steps can lie apart on either side.
            greatest = Math.Max(greatest, Math.Abs(((double)j / sortedWhole.Length) - ((double)i / part.Length)));
            while (i < part.Length && part[i] == value)
            {
                i++;
            }

            while (j < sortedWhole.Length && sortedWhole[j] == value)
            {
                j++;
            }

            greatest = Math.Max(greatest, Math.Abs(((double)j / sortedWhole.Length) - ((double)i / part.Length)));
        }

        return greatest;
    }
}

/// <summary>How far fixing a factor moves the output's distribution: Kolmogorov-Smirnov distances, from 0 to 1.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="Median">Median distance over the slices of the factor.</param>
/// <param name="MedianBand">Bootstrap interval of <paramref name="Median"/>.</param>
/// <param name="Max">Greatest distance over the slices.</param>
/// <param name="MaxBand">Bootstrap interval of <paramref name="Max"/>.</param>
public sealed record PawnIndex(int Factor, double Median, Band MedianBand, double Max, Band MaxBand);

/// <summary>Indices of all factors beside those of a factor that does nothing.</summary>
/// <param name="Factors">In the order of the factors.</param>
/// <param name="DummyMedian">
/// The median index that a factor without influence reaches by chance at this sample size; a factor whose index does not exceed
/// the upper end cannot be told from one without influence.
/// </param>
/// <param name="DummyMax">The same for the maximum.</param>
public sealed record PawnRanking(IReadOnlyList<PawnIndex> Factors, Band DummyMedian, Band DummyMax);
