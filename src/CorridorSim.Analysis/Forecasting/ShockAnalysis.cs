using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Lanes;
using CorridorSim.Scenarios.Observations;
using MathNet.Numerics.LinearAlgebra;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// The push shocks that bring each replicate close to what was observed before a forecast starts, so that it starts from the
/// observed state. Parameters stay as they are; only shocks of months before the origin are found, from observations before
/// the origin. Each replicate is one draw of the posterior of the shocks: prior and observations are perturbed and the
/// most likely path is sought by Gauss-Newton steps (randomised maximum likelihood: Oliver, He and Reynolds 1996; Chen and
/// Oliver, Math. Geosci. 44 (2012) 1), with the response of each month to each shock measured in one pass of the model.
/// </summary>
public sealed class ShockAnalysis
{
    private const int Steps = 4;
    private const double Impulse = 0.4;
    private const double CountError = 0.15;
    private const double GreatestShock = 4;
    /// <summary>Least spread of the shocks of a nationality, log units.</summary>
    public const double LeastSpread = 0.05;

    private readonly Experiment _experiment;
    private readonly ModelObserver _observer;
    private readonly ObservationTable _past;
    private readonly SimulateExperiment _simulate;
    private readonly int _months;
    private readonly int[][] _seriesOf;

    /// <summary>Sets an analysis up.</summary>
    /// <param name="experiment">One variant; the horizon begins with the first month to be analysed.</param>
    /// <param name="months">Months before the origin, at least 1.</param>
    /// <param name="observer">The observed series.</param>
    /// <param name="past">Observations; only months before the origin are looked at.</param>
    /// <param name="simulate">What simulates.</param>
    public ShockAnalysis(Experiment experiment, int months, ModelObserver observer, ObservationTable past, SimulateExperiment simulate)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(past);
        (_experiment, _months, _observer, _simulate) = (experiment with { Months = months, Recorded = observer.Recorded, KnownShocks = null }, months, observer, simulate);
        _past = past.Before(experiment.FirstMonth + months);
        _seriesOf =
        [
            .. experiment.World.Nationalities.Select(n => Enumerable.Range(0, observer.Series.Count)
                .Where(s => observer.Series[s].SetsState && observer.Series[s].Keys.All(k => k.Nationality == n.Code))
                .ToArray()),
        ];
    }

    /// <summary>Finds the shocks.</summary>
    /// <param name="progress">Told the number of passes done.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public async Task<KnownShocks> RunAsync(IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var nationalities = _experiment.World.Nationalities.Count;
        var responses = await ResponsesAsync(cancellationToken);
        var replicates = _experiment.Replicates;
        double[][] paths = [.. Enumerable.Range(0, replicates).Select(_ => new double[nationalities * _months])];
        var targets = Targets();
        for (var step = 0; step < Steps; step++)
        {
            progress?.Report(step + 1);
            var result = await _simulate(_experiment with { KnownShocks = new KnownShocks(_months, paths) }, cancellationToken);
            double[][][] simulated = [.. Enumerable.Range(0, _observer.Series.Count).Select(s => _observer.Monthly(result, s))];
            for (var n = 0; n < nationalities; n++)
            {
                if (_seriesOf[n].Length > 0)
                {
                    Improve(n, responses[n], targets, simulated, paths);
                }
            }
        }

        return new KnownShocks(_months, paths);
    }

    private double Spread(int nationality) =>
        Math.Max(CentralOf(_experiment.World.Nationalities[nationality].ShockSpread), LeastSpread);

    private double CentralOf(Slot slot)
    {
        var world = _experiment.World;
        var setting = _experiment.Variants[0].Settings.FirstOrDefault(s => s.Slot == slot);
        return CentralValues.Of(world, setting?.Value ?? world.Slots[slot.Index].Value).A;
    }

    /// <summary>Covariance of the AR(1) of a nationality, months x months.</summary>
    private Matrix<double> Prior(int nationality)
    {
        var persistence = CentralOf(_experiment.World.Nationalities[nationality].ShockPersistence);
        var spread = Spread(nationality);
        return Matrix<double>.Build.Dense(_months, _months, (i, j) => spread * spread * Elementary.Pow(persistence, Math.Abs(i - j)));
    }

    /// <summary>Per nationality the change of log(1 + flow) of each of its series and months by a shock of each month.</summary>
    private async Task<Matrix<double>[]> ResponsesAsync(CancellationToken cancellationToken)
    {
        var nationalities = _experiment.World.Nationalities.Count;
        double[][] impulses = [.. Enumerable.Range(0, _months + 1).Select(_ => new double[nationalities * _months])];
        for (var month = 0; month < _months; month++)
        {
            for (var n = 0; n < nationalities; n++)
            {
                impulses[month + 1][(n * _months) + month] = Impulse;
            }
        }

        var settings = _experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);
        for (var index = 0; index < _experiment.World.Slots.Count; index++)
        {
            var slot = new Slot(index);
            settings[slot] = CentralValues.Of(_experiment.World, settings.GetValueOrDefault(slot, _experiment.World.Slots[index].Value));
        }

        var central = new Variant("central", [.. settings.OrderBy(s => s.Key).Select(s => new SlotSetting(s.Key, s.Value))]);
        var result = await _simulate(
            _experiment with { Variants = [central], Replicates = impulses.Length, KnownShocks = new KnownShocks(_months, impulses) }, cancellationToken);
        double[][][] simulated = [.. Enumerable.Range(0, _observer.Series.Count).Select(s => _observer.Monthly(result, s))];
        return
        [
            .. _seriesOf.Select(series => Matrix<double>.Build.Dense(Math.Max(series.Length * _months, 1), _months, (row, month) => series.Length == 0
                ? 0
                : Response(simulated[series[row / _months]][0][row % _months], simulated[series[row / _months]][month + 1][row % _months]))),
        ];
    }

    /// <summary>Change of log(1 + flow) by a shock; none in the months before the first whole quarter, which counts nothing yet.</summary>
    private static double Response(double before, double after) =>
        double.IsNaN(before) || double.IsNaN(after) ? 0 : (Elementary.LogP1(after) - Elementary.LogP1(before)) / Impulse;

    /// <summary>Per series and replicate the perturbed observations, log(1 + flow), and the error of each month.</summary>
    private (double[][] Values, double[][][] Noise, double[][] Errors) Targets()
    {
        var uniforms = new SplitMixUniforms(_experiment.Seed);
        double[][] values = [.. _observer.Series.Select(s => _past.Values(s.Name, _experiment.FirstMonth, _months))];
        double[][] errors = [.. values.Select(v => v.Select(x => Math.Sqrt((CountError * CountError) + (1 / (1 + x)))).ToArray())];
        double[][][] noise =
        [
            .. values.Select((_, s) => Enumerable.Range(0, _experiment.Replicates)
                .Select(_ => Enumerable.Range(0, _months).Select(m => errors[s][m] * uniforms.NextNormal()).ToArray())
                .ToArray()),
        ];
        return ([.. values.Select(v => v.Select(Elementary.LogP1).ToArray())], noise, errors);
    }

    /// <summary>One Gauss-Newton step of all replicates: x += (H'R^-1 H + Q^-1)^-1 (H'R^-1 (y - h(x)) - Q^-1 (x - x0)).</summary>
    private void Improve(
        int n, Matrix<double> response, (double[][] Values, double[][][] Noise, double[][] Errors) targets, double[][][] simulated, double[][] paths)
    {
        var series = _seriesOf[n];
        var rows = series.Length * _months;
        bool Seen(int row) => !double.IsNaN(targets.Values[series[row / _months]][row % _months]);
        var weights = Vector<double>.Build.Dense(rows, row => Seen(row) ? 1 / Elementary.Pow(targets.Errors[series[row / _months]][row % _months], 2) : 0);
        var weighted = response.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfDiagonalVector(weights));
        var covariance = Prior(n);
        var precision = covariance.Inverse();
        var system = ((weighted * response) + precision).Cholesky();
        var root = covariance.Cholesky().Factor;
        for (var replicate = 0; replicate < paths.Length; replicate++)
        {
            var residuals = Vector<double>.Build.Dense(rows, row =>
            {
                var (s, month) = (series[row / _months], row % _months);
                var difference = targets.Values[s][month] + targets.Noise[s][replicate][month] - Elementary.LogP1(simulated[s][replicate][month]);
                return Seen(row) && !double.IsNaN(difference) ? difference : 0;
            });
            var path = Vector<double>.Build.Dense(_months, month => paths[replicate][(n * _months) + month]);
            var draw = root * Draw(n, replicate);
            var step = system.Solve((weighted * residuals) - (precision * (path - draw)));
            for (var month = 0; month < _months; month++)
            {
                paths[replicate][(n * _months) + month] = Math.Clamp(path[month] + step[month], -GreatestShock, GreatestShock);
            }
        }
    }

    /// <summary>The standard normal draws of a replicate's prior path; the same at every step.</summary>
    private Vector<double> Draw(int nationality, int replicate)
    {
        var uniforms = new SplitMixUniforms(_experiment.Seed + (ulong)((replicate * 1000) + nationality + 1));
        return Vector<double>.Build.Dense(_months, _ => uniforms.NextNormal());
    }
}
