using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Statistics;

namespace CorridorSim.Analysis.Sensitivity;

/// <summary>
/// Variance-based sensitivity from a Saltelli design. First order: mean of f(B) (f(AB_i) - f(A)) over the variance, Saltelli et
/// al., Comput. Phys. Commun. 181 (2010) 259. Total: half the mean of (f(A) - f(AB_i))^2 over the variance, Jansen, Comput.
/// Phys. Commun. 117 (1999) 35. Outputs are centred first, which lessens the error of the first-order estimate.
/// </summary>
public static class SobolIndices
{
    /// <summary>The indices of each factor, in the order of the factors; NaN where the output does not vary.</summary>
    /// <param name="design">The points.</param>
    /// <param name="outputs">One value per point, in the design's order.</param>
    /// <param name="uniforms">Draws for the bootstrap over base rows.</param>
    /// <param name="resamples">Bootstrap samples, at least 1.</param>
    /// <param name="level">Level of the percentile interval.</param>
    /// <exception cref="ArgumentException">There is not one output per point.</exception>
    public static IReadOnlyList<SobolIndex> Estimate(
        SaltelliDesign design, ReadOnlySpan<double> outputs, IUniformSource uniforms, int resamples = 500, double level = 0.9)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (outputs.Length != design.Count)
        {
            throw new ArgumentException($"{design.Count} points, {outputs.Length} outputs.", nameof(outputs));
        }

        var blocks = Blocks(design, outputs);
        var (first, total) = Indices(blocks, [.. Enumerable.Range(0, design.BaseCount)]);
        var samples = new (double[] First, double[] Total)[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            samples[resample] = Indices(blocks, Bootstrap.Indices(design.BaseCount, uniforms));
        }

        return [.. Enumerable.Range(0, design.Factors).Select(factor => new SobolIndex(
            factor,
            first[factor],
            Bootstrap.Interval(first[factor], [.. samples.Select(sample => sample.First[factor])], level, double.NegativeInfinity, double.PositiveInfinity),
            total[factor],
            Bootstrap.Interval(total[factor], [.. samples.Select(sample => sample.Total[factor])], level, 0, double.PositiveInfinity)))];
    }

    private static double[][] Blocks(SaltelliDesign design, ReadOnlySpan<double> outputs)
    {
        var mean = 0.0;
        for (var row = 0; row < 2 * design.BaseCount; row++)
        {
            mean += outputs[row] / (2 * design.BaseCount);
        }

        var blocks = new double[design.Factors + 2][];
        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] = outputs.Slice(block * design.BaseCount, design.BaseCount).ToArray();
            for (var row = 0; row < design.BaseCount; row++)
            {
                blocks[block][row] -= mean;
            }
        }

        return blocks;
    }

    private static (double[] First, double[] Total) Indices(double[][] blocks, int[] rows)
    {
        var (a, b) = (blocks[0], blocks[1]);
        var variance = Variance(a, b, rows);
        var first = new double[blocks.Length - 2];
        var total = new double[blocks.Length - 2];
        for (var factor = 0; factor < first.Length; factor++)
        {
            var exchanged = blocks[factor + 2];
            var (firstSum, totalSum) = (0.0, 0.0);
            foreach (var row in rows)
            {
                var change = exchanged[row] - a[row];
                firstSum += b[row] * change;
                totalSum += change * change;
            }

            first[factor] = firstSum / rows.Length / variance;
            total[factor] = totalSum / (2 * rows.Length) / variance;
        }

        return (first, total);
    }

    private static double Variance(double[] a, double[] b, int[] rows)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var row in rows)
        {
            sum += a[row] + b[row];
            squares += (a[row] * a[row]) + (b[row] * b[row]);
        }

        var count = 2.0 * rows.Length;
        var variance = (squares / count) - (sum / count * (sum / count));
        return variance > 0 ? variance : double.NaN;
    }
}

/// <summary>Shares of the output's variance that belong to a factor.</summary>
/// <param name="Factor">The factor, from 0.</param>
/// <param name="First">Share explained by the factor alone.</param>
/// <param name="FirstBand">Bootstrap interval of <paramref name="First"/>.</param>
/// <param name="Total">Share that goes with the factor and all its interactions.</param>
/// <param name="TotalBand">Bootstrap interval of <paramref name="Total"/>.</param>
public sealed record SobolIndex(int Factor, double First, Band FirstBand, double Total, Band TotalBand);
