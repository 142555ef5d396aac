using CorridorSim.Analysis.Statistics;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorSim.Analysis.Calibration;

/// <summary>The Kalman step on an ensemble, with perturbed observations.</summary>
internal sealed class KalmanUpdate(Observations observations, KalmanInversionOptions options, IUniformSource uniforms)
{
    private readonly int[] _present = observations.Present();

    public KalmanPass Assess(double[,] ensemble, double[,] outputs)
    {
        if (outputs.GetLength(0) != ensemble.GetLength(0) || outputs.GetLength(1) != observations.Values.Length)
        {
            throw new InvalidOperationException(
                $"The model returned {outputs.GetLength(0)} x {outputs.GetLength(1)} outputs for {ensemble.GetLength(0)} members "
                + $"and {observations.Values.Length} data.");
        }

        int[] good = [.. Enumerable.Range(0, ensemble.GetLength(0))
            .Where(member => _present.All(datum => double.IsFinite(outputs[member, datum])))];
        if (good.Length < 3)
        {
            throw new InvalidOperationException($"Only {good.Length} of {ensemble.GetLength(0)} members ran; an update needs three.");
        }

        var places = Matrix<double>.Build.Dense(ensemble.GetLength(1), good.Length, (p, j) => ensemble[good[j], p]);
        var residuals = Matrix<double>.Build.Dense(_present.Length, good.Length, (d, j) =>
            (observations.Values[_present[d]] - outputs[good[j], _present[d]]) / observations.Errors[_present[d]]);
        return new KalmanPass(good, places, residuals, _present, outputs.GetLength(1), ensemble.GetLength(0));
    }

    /// <summary>Moves the ensemble by a share of the data's weight.</summary>
    public void Apply(double[,] ensemble, KalmanPass pass, double step)
    {
        var noise = 1 / step;
        var change = Gain(pass, noise) * (pass.Residual + (Perturbations(pass) * Math.Sqrt(noise)));
        for (var j = 0; j < pass.Good.Length; j++)
        {
            for (var parameter = 0; parameter < ensemble.GetLength(1); parameter++)
            {
                ensemble[pass.Good[j], parameter] += change[parameter, j];
            }
        }

        Inflate(ensemble, pass.Good);
        Replace(ensemble, pass.Good);
    }

    // X Y' (Y Y' + a I)^-1 = X (Y' Y + a I)^-1 Y': the second form inverts members x members however many data there are.
    private Matrix<double> Gain(KalmanPass pass, double noise)
    {
        var (x, y) = (pass.PlaceAnomalies, pass.OutputAnomalies);
        var inner = y.TransposeThisAndMultiply(y) + (Matrix<double>.Build.DenseIdentity(pass.Good.Length) * noise);
        var gain = x * inner.Cholesky().Solve(y.Transpose());
        if (options.LocalisationThreshold is { } threshold)
        {
            var correlation = x * y.Transpose();
            var (xNorms, yNorms) = (x.RowNorms(2), y.RowNorms(2));
            var least = Math.Min(0.9, threshold / Math.Sqrt(pass.Good.Length));
            gain.MapIndexedInplace((p, d, value) =>
                value * CorrelationTaper.Of(correlation[p, d] / (xNorms[p] * yNorms[d]), least));
        }

        return gain;
    }

    // Centred and scaled back, so that a small ensemble's mean is not shifted by its own noise.
    private Matrix<double> Perturbations(KalmanPass pass)
    {
        var count = pass.Good.Length;
        var draws = Matrix<double>.Build.Dense(pass.Data, count, (_, _) => uniforms.NextNormal());
        var means = draws.RowSums() / count;
        draws.MapIndexedInplace((d, _, draw) => (draw - means[d]) * Math.Sqrt(count / (count - 1.0)));
        return draws;
    }

    private void Inflate(double[,] ensemble, int[] good)
    {
        for (var parameter = 0; options.Inflation > 1 && parameter < ensemble.GetLength(1); parameter++)
        {
            var mean = good.Average(member => ensemble[member, parameter]);
            foreach (var member in good)
            {
                ensemble[member, parameter] = mean + (options.Inflation * (ensemble[member, parameter] - mean));
            }
        }
    }

    // A failed member becomes a draw from the normal distribution that the others span.
    private void Replace(double[,] ensemble, int[] good)
    {
        foreach (var failed in Enumerable.Range(0, ensemble.GetLength(0)).Except(good))
        {
            double[] weights = [.. good.Select(_ => uniforms.NextNormal() / Math.Sqrt(good.Length - 1))];
            for (var parameter = 0; parameter < ensemble.GetLength(1); parameter++)
            {
                var mean = good.Average(member => ensemble[member, parameter]);
                ensemble[failed, parameter] = mean + good.Zip(weights, (member, weight) => weight * (ensemble[member, parameter] - mean)).Sum();
            }
        }
    }
}

/// <summary>
/// Weakens what a small ensemble cannot tell from chance: weight by the correlation of parameter and datum, after Luo, Bhakta and
/// Naevdal, SPE Journal 23 (2018) 396, with the function of Gaspari and Cohn, Q. J. R. Meteorol. Soc. 125 (1999) 723.
/// </summary>
internal static class CorrelationTaper
{
    /// <summary>A weight from about 0 (no correlation) to 1 (full correlation).</summary>
    /// <param name="correlation">From -1 to 1; NaN (no spread) has no weight.</param>
    /// <param name="noise">Correlation that chance alone gives, below 1.</param>
    public static double Of(double correlation, double noise) =>
        double.IsNaN(correlation) ? 0 : GaspariCohn(Math.Max(0, 1 - Math.Abs(correlation)) / (1 - noise));

    private static double GaspariCohn(double z) => z switch
    {
        <= 1 => (((((((-0.25 * z) + 0.5) * z) + 0.625) * z) - (5.0 / 3)) * z * z) + 1,
        < 2 => (((((((((((z / 12) - 0.5) * z) + 0.625) * z) + (5.0 / 3)) * z) - 5) * z) + 4) - (2 / (3 * z))),
        _ => 0,
    };
}
