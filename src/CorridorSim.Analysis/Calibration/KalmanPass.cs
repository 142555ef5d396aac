using MathNet.Numerics.LinearAlgebra;

namespace CorridorSim.Analysis.Calibration;

/// <summary>One pass of the ensemble: anomalies and residuals of the members that ran, in units of the observation errors.</summary>
/// <param name="good">The members that ran.</param>
/// <param name="places">Parameters x good members, on the unbounded line.</param>
/// <param name="residuals">Data x good members: (observed - output) / error.</param>
/// <param name="present">The data's places among the outputs.</param>
/// <param name="outputs">How many outputs there are.</param>
/// <param name="members">How many members there are.</param>
internal sealed class KalmanPass(
    int[] good, Matrix<double> places, Matrix<double> residuals, int[] present, int outputs, int members)
{
    public int[] Good => good;

    public int Data => present.Length;

    public Matrix<double> Residual => residuals;

    public Vector<double> Mean { get; } = places.RowSums() / good.Length;

    /// <summary>Deviations of the parameters from their means over sqrt(members - 1).</summary>
    public Matrix<double> PlaceAnomalies { get; } = Anomalies(places);

    /// <summary>Deviations of the outputs from their means over sqrt(members - 1).</summary>
    public Matrix<double> OutputAnomalies { get; } = -Anomalies(residuals);

    /// <summary>Mean and variance over members of half the squared residuals.</summary>
    public (double Mean, double Variance) MisfitMoments()
    {
        double[] misfits = [.. residuals.EnumerateColumns().Select(column => column.DotProduct(column) / 2)];
        var mean = misfits.Average();
        return (mean, misfits.Sum(misfit => (misfit - mean) * (misfit - mean)) / (misfits.Length - 1));
    }

    public KalmanIteration Describe(int updates, double tempering)
    {
        var mean = residuals.RowSums() / good.Length;
        return new KalmanIteration(
            updates,
            tempering,
            Math.Sqrt(mean.DotProduct(mean) / Data),
            Math.Sqrt(2 * MisfitMoments().Mean / Data),
            [.. Mean],
            [.. PlaceAnomalies.EnumerateRows().Select(row => row.L2Norm())],
            members - good.Length);
    }

    /// <summary>Mean residual of each output; NaN where nothing was observed.</summary>
    public double[] Residuals()
    {
        var all = new double[outputs];
        Array.Fill(all, double.NaN);
        var mean = residuals.RowSums() / good.Length;
        for (var datum = 0; datum < present.Length; datum++)
        {
            all[present[datum]] = mean[datum];
        }

        return all;
    }

    private static Matrix<double> Anomalies(Matrix<double> values)
    {
        var mean = values.RowSums() / values.ColumnCount;
        return Matrix<double>.Build.Dense(
            values.RowCount, values.ColumnCount, (row, column) => (values[row, column] - mean[row]) / Math.Sqrt(values.ColumnCount - 1));
    }
}
