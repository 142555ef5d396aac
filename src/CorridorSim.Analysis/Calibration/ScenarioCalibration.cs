using CorridorSim.Analysis.Measuring;
using CorridorSim.Analysis.Search;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Model.Inputs;
using CorridorSim.Scenarios.Calibrations;

namespace CorridorSim.Analysis.Calibration;

/// <summary>Fits the parameters of a scenario to observations, and the push shocks to what is left.</summary>
/// <param name="plan">The calibration.</param>
/// <param name="simulate">What simulates.</param>
public sealed class ScenarioCalibration(CalibrationPlan plan, SimulateExperiment simulate)
{
    private readonly CalibrationForward _forward = new(plan, simulate);

    /// <summary>Runs.</summary>
    /// <param name="progress">Told after each pass.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public async Task<CalibrationReport> RunAsync(IProgress<CalibrationProgress>? progress, CancellationToken cancellationToken)
    {
        var fit = plan.Method == CalibrationMethod.Kalman
            ? await KalmanAsync(progress, cancellationToken)
            : await PointAsync(progress, cancellationToken);
        var slots = plan.Base.Experiment.World.Slots;

        // A month or two say nothing about how large shocks are: those of the earlier fit stay.
        var (shocks, coverage) = (plan.Earlier?.Kept ?? new Dictionary<string, double>(), double.NaN);
        if (plan.FitsShocks && plan.Earlier is null)
        {
            progress?.Report(new CalibrationProgress("push shocks", 1, fit.Misfit, fit.Misfit));
            var (found, held) = await new ShockFit(plan, _forward, simulate).RunAsync(fit.Sample, fit.Outputs, cancellationToken);
            (shocks, coverage) = (found.ToDictionary(s => slots[s.Key.Index].Path, s => s.Value), held);
        }

        return new CalibrationReport(
            [.. plan.Parameters.Select((_, p) => Describe(p, fit))],
            [.. plan.Series.Select((_, s) => Describe(s, fit.Outputs)).Where(s => s.Months > 0)],
            fit.Course,
            fit.Converged,
            fit.Misfit,
            fit.Sample,
            shocks,
            coverage);
    }

    /// <summary>The priors of a calibration, with the bounds of their inputs.</summary>
    internal static IReadOnlyList<CalibrationParameter> PriorsOf(CalibrationPlan plan) =>
    [
        .. plan.Parameters.Select(p =>
        {
            var slot = plan.Base.Experiment.World.Slots[p.Slot.Index];
            return new CalibrationParameter(slot.Path, Transform(slot.Minimum, slot.Maximum), p.Prior.Quantile);
        }),
    ];

    /// <summary>How a calibration proceeds.</summary>
    internal static KalmanInversionOptions OptionsOf(CalibrationPlan plan) => new()
    {
        Members = plan.Members,
        MostUpdates = plan.MostUpdates,
        Inflation = plan.Inflation,
        LocalisationThreshold = plan.Localisation,
        Seed = plan.Seed,
        Start = plan.Earlier?.Sample,
    };

    private static BoundedTransform Transform(double minimum, double maximum) =>
        new(double.IsFinite(minimum) ? minimum : null, double.IsFinite(maximum) ? maximum : null);

    private async Task<Fit> KalmanAsync(IProgress<CalibrationProgress>? progress, CancellationToken cancellationToken)
    {
        var told = new Progress(progress);
        var result = await new EnsembleKalmanInversion(PriorsOf(plan), _forward.Observations(), OptionsOf(plan)).RunAsync(_forward.RunAsync, told, cancellationToken);
        return new Fit(result.Posterior, result.Outputs, result.Converged, result.Misfit, result.Iterations, result.SpreadRatios());
    }

    /// <summary>The most likely point: squared residuals plus squared distance from the prior in its own spreads.</summary>
    private async Task<Fit> PointAsync(IProgress<CalibrationProgress>? progress, CancellationToken cancellationToken)
    {
        var priors = PriorsOf(plan);
        var observations = _forward.Observations();
        var options = new CmaEvolutionOptions
        {
            Population = plan.Members,
            MostGenerations = plan.MostUpdates,
            Seed = plan.Seed,
            Spread = 0.3,
            GoalTolerance = 1e-3,
            SpreadTolerance = 1e-4,
        };
        var scales = priors.Select(p => (Centre: p.Transform.ToLine(p.PriorQuantile(0.5)), Spread: Spread(p))).ToArray();
        async Task<double[]> Goal(double[,] candidates, CancellationToken token)
        {
            var outputs = await _forward.RunAsync(candidates, token);
            return [.. Enumerable.Range(0, candidates.GetLength(0)).Select(c => Squares(outputs, c, observations) + Distance(candidates, c, priors, scales))];
        }

        var count = observations.Values.Count(v => !double.IsNaN(v));
        var told = new GenerationProgress(progress, count, plan.MostUpdates);
        var found = await CmaEvolution.MinimiseAsync(
            Goal, [.. priors.Select(p => p.PriorQuantile(0.5))], [.. priors.Select(p => p.Transform)], options, told, cancellationToken);
        var best = new double[1, priors.Count];
        for (var p = 0; p < priors.Count; p++)
        {
            best[0, p] = found.Best[p];
        }

        var final = await _forward.RunAsync(best, cancellationToken);
        var misfit = Math.Sqrt(Squares(final, 0, observations) / count);
        return new Fit(best, final, found.Stop != CmaEvolutionStop.MostGenerations, misfit, [], [.. priors.Select(_ => double.NaN)]);
    }

    private static double Spread(CalibrationParameter prior) =>
        Math.Max((prior.Transform.ToLine(prior.PriorQuantile(0.84)) - prior.Transform.ToLine(prior.PriorQuantile(0.16))) / 2, 1e-9);

    private static double Squares(double[,] outputs, int member, Observations observations)
    {
        var sum = 0.0;
        for (var datum = 0; datum < observations.Values.Length; datum++)
        {
            if (!double.IsNaN(observations.Values[datum]))
            {
                var residual = (observations.Values[datum] - outputs[member, datum]) / observations.Errors[datum];
                sum += residual * residual;
            }
        }

        return sum;
    }

    private static double Distance(
        double[,] candidates, int candidate, IReadOnlyList<CalibrationParameter> priors, (double Centre, double Spread)[] scales)
    {
        var sum = 0.0;
        for (var p = 0; p < priors.Count; p++)
        {
            var distance = (priors[p].Transform.ToLine(candidates[candidate, p]) - scales[p].Centre) / scales[p].Spread;
            sum += distance * distance;
        }

        return sum;
    }

    private ParameterFit Describe(int parameter, Fit fit)
    {
        var fitted = plan.Parameters[parameter];
        var slot = plan.Base.Experiment.World.Slots[fitted.Slot.Index];
        var band = BandOf(fit.Sample, parameter);
        double Prior(double probability) => Math.Clamp(fitted.Prior.Quantile(probability), slot.Minimum, slot.Maximum);
        var (before, source) = plan.Earlier is { } earlier
            ? (BandOf(earlier.Sample, parameter), $"posterior of {earlier.Window}")
            : (new Band(Prior(0.5), Prior(0.05), Prior(0.95)), fitted.Source);
        return new ParameterFit(
            slot.Path, slot.Unit, before.Lower, before.Median, before.Upper, band.Lower, band.Median, band.Upper, fit.SpreadRatios[parameter], source);
    }

    private static Band BandOf(double[,] sample, int parameter) =>
        Quantiles.Interval([.. Enumerable.Range(0, sample.GetLength(0)).Select(m => sample[m, parameter])]);

    private SeriesFit Describe(int series, double[,] outputs)
    {
        var observed = _forward.Observations().Values;
        var residuals = Enumerable.Range(series * plan.Months, plan.Months)
            .Where(datum => !double.IsNaN(observed[datum]))
            .Select(datum => observed[datum] - Enumerable.Range(0, outputs.GetLength(0)).Select(m => outputs[m, datum]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average())
            .ToArray();
        var (name, error) = (plan.Series[series].Name, plan.Series[series].Error);
        double Mean(Func<double, double> of) => residuals.Select(of).DefaultIfEmpty(double.NaN).Average();
        return new SeriesFit(name.Series, name.Nationality, residuals.Length, Math.Sqrt(Mean(r => r * r)), Mean(r => r), error);
    }

    private sealed record Fit(
        double[,] Sample, double[,] Outputs, bool Converged, double Misfit, IReadOnlyList<KalmanIteration> Course, double[] SpreadRatios);

    private sealed class Progress(IProgress<CalibrationProgress>? outer) : IProgress<KalmanIteration>
    {
        public void Report(KalmanIteration value) =>
            outer?.Report(new CalibrationProgress(FormattableString.Invariant($"update {value.Updates}"), value.Tempering, value.Misfit, value.MemberMisfit));
    }

    private sealed class GenerationProgress(IProgress<CalibrationProgress>? outer, int data, int generations) : IProgress<CmaEvolutionGeneration>
    {
        public void Report(CmaEvolutionGeneration value) => outer?.Report(new CalibrationProgress(
            FormattableString.Invariant($"generation {value.Generation}"),
            (double)value.Generation / generations,
            Math.Sqrt(value.BestGoal / data),
            Math.Sqrt(value.GenerationGoal / data)));
    }
}
