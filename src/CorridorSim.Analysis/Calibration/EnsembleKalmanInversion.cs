using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Uniforms;

namespace CorridorSim.Analysis.Calibration;

/// <summary>
/// Fits uncertain parameters to observations with an ensemble instead of derivatives: one pass of the model for the whole
/// ensemble per update, the data taken in by tempering. Iglesias, Law and Stuart, Inverse Problems 29 (2013) 045001; step sizes
/// after Iglesias and Yang, Inverse Problems 37 (2021) 025008. Exact for linear models with normal priors and large ensembles.
/// </summary>
public sealed class EnsembleKalmanInversion
{
    private readonly IReadOnlyList<CalibrationParameter> _parameters;
    private readonly KalmanInversionOptions _options;
    private readonly KalmanUpdate _update;
    private readonly SplitMixUniforms _uniforms;

    /// <summary>Sets an inversion up.</summary>
    /// <param name="parameters">What is fitted, at least one.</param>
    /// <param name="observations">What the outputs are held against.</param>
    /// <param name="options">How to proceed.</param>
    /// <exception cref="ArgumentException">Observations or options are not usable; the message says which.</exception>
    public EnsembleKalmanInversion(
        IReadOnlyList<CalibrationParameter> parameters, Observations observations, KalmanInversionOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parameters.Count, 1, nameof(parameters));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Members, 3, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostUpdates, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Inflation, 1, nameof(options));
        if (options.TemperingSteps is { } steps && (steps.Any(step => !(step > 0)) || Math.Abs(steps.Sum() - 1) > 1e-9))
        {
            throw new ArgumentException($"Tempering steps have to be above 0 and sum to 1; they sum to {steps.Sum()}.", nameof(options));
        }

        (_parameters, _options) = (parameters, options);
        _uniforms = new SplitMixUniforms(options.Seed);
        _update = new KalmanUpdate(observations, options, _uniforms);
    }

    /// <summary>Runs the inversion.</summary>
    /// <param name="forward">The model.</param>
    /// <param name="progress">Told before each update and at the end.</param>
    /// <param name="cancellationToken">Stops between passes of the model.</param>
    /// <exception cref="InvalidOperationException">Fewer than three members ran, or the model returned another shape.</exception>
    public async Task<KalmanInversionResult> RunAsync(
        BatchForward forward, IProgress<KalmanIteration>? progress, CancellationToken cancellationToken)
    {
        var ensemble = DrawPrior();
        var prior = ToUnits(ensemble);
        var iterations = new List<KalmanIteration>();
        var tempering = 0.0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var units = ToUnits(ensemble);
            var outputs = await forward(units, cancellationToken);
            var pass = _update.Assess(ensemble, outputs);
            iterations.Add(pass.Describe(iterations.Count, tempering));
            progress?.Report(iterations[^1]);
            if (tempering >= 1 || iterations.Count > _options.MostUpdates)
            {
                return new KalmanInversionResult(prior, units, outputs, tempering >= 1, iterations, pass.Residuals());
            }

            var step = Step(pass, iterations.Count - 1, tempering);
            _update.Apply(ensemble, pass, step);

            // The last step closes the gap exactly, so that rounding cannot leave a sliver of weight for one more pass.
            tempering = tempering + step >= 1 - 1e-9 ? 1 : tempering + step;
        }
    }

    private double Step(KalmanPass pass, int update, double tempering)
    {
        if (_options.TemperingSteps is { } steps)
        {
            return steps[update];
        }

        var (mean, variance) = pass.MisfitMoments();
        var wanted = Math.Max(pass.Data / (2 * mean), Math.Sqrt(pass.Data / (2 * variance)));
        return double.IsNaN(wanted) ? 1 - tempering : Math.Min(wanted, 1 - tempering);
    }

    private double[,] DrawPrior()
    {
        var points = LatinHypercube.Points(_options.Members, _parameters.Count, _uniforms);
        for (var member = 0; member < _options.Members; member++)
        {
            for (var parameter = 0; parameter < _parameters.Count; parameter++)
            {
                var (_, transform, quantile) = _parameters[parameter];
                points[member, parameter] = transform.ToLine(quantile(points[member, parameter]));
            }
        }

        return points;
    }

    private double[,] ToUnits(double[,] ensemble)
    {
        var units = new double[_options.Members, _parameters.Count];
        for (var member = 0; member < _options.Members; member++)
        {
            for (var parameter = 0; parameter < _parameters.Count; parameter++)
            {
                units[member, parameter] = _parameters[parameter].Transform.FromLine(ensemble[member, parameter]);
            }
        }

        return units;
    }
}
