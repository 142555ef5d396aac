using CorridorSim.Analysis.Designs;
using CorridorSim.Analysis.Search;
using CorridorSim.Analysis.Statistics;

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
        if (options.Start is { } start && (start.GetLength(0) != options.Members || start.GetLength(1) != parameters.Count))
        {
            throw new ArgumentException($"The first ensemble has {start.GetLength(0)} x {start.GetLength(1)} values for {options.Members} members and {parameters.Count} parameters.", nameof(options));
        }

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
        var ensemble = _options.Start is { } start ? OnLine(start) : DrawPrior();
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

    private double[,] OnLine(double[,] units) => Mapped(units, (transform, value) => transform.ToLine(value));

    private double[,] ToUnits(double[,] ensemble) => Mapped(ensemble, (transform, place) => transform.FromLine(place));

    private double[,] Mapped(double[,] ensemble, Func<BoundedTransform, double, double> map)
    {
        var mapped = new double[_options.Members, _parameters.Count];
        for (var member = 0; member < _options.Members; member++)
        {
            for (var parameter = 0; parameter < _parameters.Count; parameter++)
            {
                mapped[member, parameter] = map(_parameters[parameter].Transform, ensemble[member, parameter]);
            }
        }

        return mapped;
    }
}

/// <summary>Runs the model for a whole ensemble at once.</summary>
/// <param name="parameters">Members x parameters, in the parameters' own units.</param>
/// <param name="cancellationToken">Stops the run.</param>
/// <returns>Members x outputs; NaN anywhere in a row marks a member that failed.</returns>
public delegate Task<double[,]> BatchForward(double[,] parameters, CancellationToken cancellationToken);

/// <summary>An uncertain parameter to be fitted.</summary>
/// <param name="Name">Its name in reports.</param>
/// <param name="Transform">Its bounds, kept by transformation.</param>
/// <param name="PriorQuantile">Its prior: from a probability, between 0 and 1 exclusive, to a value in the parameter's unit.</param>
public sealed record CalibrationParameter(string Name, BoundedTransform Transform, Func<double, double> PriorQuantile);

/// <summary>How an ensemble Kalman inversion proceeds.</summary>
public sealed record KalmanInversionOptions
{
    /// <summary>Members of the ensemble, at least 3; several times the number of parameters.</summary>
    public int Members { get; init; } = 100;

    /// <summary>
    /// The first ensemble, members x parameters in the parameters' own units, such as the posterior of an earlier fit to other data; null
    /// draws it from the priors.
    /// </summary>
    public double[,]? Start { get; init; }

    /// <summary>
    /// The shares of the data's weight taken in at each step, summing to 1; null lets the data misfit controller choose them
    /// (Iglesias and Yang, Inverse Problems 37 (2021) 025008).
    /// </summary>
    public IReadOnlyList<double>? TemperingSteps { get; init; }

    /// <summary>The most updates before giving up, at least 1.</summary>
    public int MostUpdates { get; init; } = 30;

    /// <summary>Factor on the spread about the mean after each update, at least 1; 1 is none.</summary>
    public double Inflation { get; init; } = 1;

    /// <summary>
    /// How many times the sampling noise 1 / sqrt(members) a correlation of parameter and datum has to exceed to count fully;
    /// weaker ones are tapered (Luo, Bhakta and Naevdal, SPE Journal 23 (2018) 396). Null is no localisation; 3 suits small ensembles.
    /// </summary>
    public double? LocalisationThreshold { get; init; }

    /// <summary>Seed of the first ensemble and of the perturbed observations.</summary>
    public ulong Seed { get; init; } = 1;
}

/// <summary>The outcome of an ensemble Kalman inversion.</summary>
/// <param name="Prior">Members x parameters, in the parameters' units: the first ensemble.</param>
/// <param name="Posterior">Members x parameters, in the parameters' units.</param>
/// <param name="Outputs">Members x outputs of the posterior; rows of failed members have NaN.</param>
/// <param name="Converged">Whether the whole weight of the data was taken in; if not, the ensemble is wider than the posterior.</param>
/// <param name="Iterations">The course, one entry per pass of the model; the last describes the posterior.</param>
/// <param name="Residuals">Per datum (observed - posterior mean) / error; NaN where nothing was observed.</param>
public sealed record KalmanInversionResult(
    double[,] Prior, double[,] Posterior, double[,] Outputs, bool Converged, IReadOnlyList<KalmanIteration> Iterations, double[] Residuals)
{
    /// <summary>The final <see cref="KalmanIteration.Misfit"/>.</summary>
    public double Misfit => Iterations[^1].Misfit;

    /// <summary>
    /// Per parameter, posterior over prior standard deviation on the unbounded line: near 1 the data say nothing about it.
    /// </summary>
    public double[] SpreadRatios() =>
        [.. Iterations[^1].Deviations.Zip(Iterations[0].Deviations, (after, before) => after / before)];
}

/// <summary>Where an inversion stands before its next update.</summary>
/// <param name="Updates">Updates so far.</param>
/// <param name="Tempering">Share of the data's weight taken in, from 0 to 1.</param>
/// <param name="Misfit">
/// Root mean square of (observed - ensemble mean) / error over the data. About 1 when the model fits as well as the errors allow;
/// far above 1 at the end means that the structure or the stated errors are wrong.
/// </param>
/// <param name="MemberMisfit">The same of a typical member: root of the mean over members of the mean square.</param>
/// <param name="Means">Mean of each parameter on the unbounded line.</param>
/// <param name="Deviations">Standard deviation of each parameter on the unbounded line.</param>
/// <param name="FailedMembers">Members whose run failed; they are drawn anew from the others' spread.</param>
public sealed record KalmanIteration(
    int Updates, double Tempering, double Misfit, double MemberMisfit, double[] Means, double[] Deviations, int FailedMembers);
