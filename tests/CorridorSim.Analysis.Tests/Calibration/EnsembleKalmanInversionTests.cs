using CorridorSim.Analysis.Calibration;
using CorridorSim.Analysis.Search;
using CorridorSim.Analysis.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace CorridorSim.Analysis.Tests.Calibration;

public sealed class EnsembleKalmanInversionTests
{
    private static readonly Matrix<double> Linear = Matrix<double>.Build.DenseOfArray(new double[,]
    {
        { 1, 0.5, 0 }, { 0, 1, -1 }, { 2, 0, 1 }, { 0.3, 0.3, 0.3 }, { 1, -1, 0 },
    });

    public static TheoryData<string> Schedules => new("adaptive", "0.1 0.3 0.6", "1");

    [Theory]
    [MemberData(nameof(Schedules))]
    public async Task Linear_model_with_normal_prior_has_the_known_posterior(string schedule)
    {
        double[]? steps = schedule == "adaptive" ? null : [.. schedule.Split(' ').Select(double.Parse)];
        var errors = new[] { 0.5, 0.8, 0.6, 0.3, 1.0 };
        var observed = new[] { 2.0, -1.0, 1.5, 0.7, double.NaN };
        double[] priorMeans = [0, 1, -1];
        double[] priorDeviations = [1, 2, 0.5];
        var parameters = priorMeans.Zip(priorDeviations, (mean, deviation) => new CalibrationParameter(
            "p", new BoundedTransform(), probability => Normal.InvCDF(mean, deviation, probability))).ToArray();
        var options = new KalmanInversionOptions { Members = 1500, TemperingSteps = steps, Seed = 3 };

        var result = await new EnsembleKalmanInversion(parameters, new Observations(observed, errors), options)
            .RunAsync(Batch(x => [.. Linear * Vector<double>.Build.Dense(x)]), null, CancellationToken.None);

        var a = Linear.SubMatrix(0, 4, 0, 3);
        var weight = Matrix<double>.Build.DenseOfDiagonalArray([.. errors.Take(4).Select(error => 1 / (error * error))]);
        var precision = Matrix<double>.Build.DenseOfDiagonalArray([.. priorDeviations.Select(d => 1 / (d * d))]);
        var covariance = (a.Transpose() * weight * a + precision).Inverse();
        var mean = covariance * ((a.Transpose() * weight * Vector<double>.Build.Dense(observed[..4]))
            + (precision * Vector<double>.Build.Dense(priorMeans)));
        Assert.True(result.Converged);
        for (var parameter = 0; parameter < 3; parameter++)
        {
            var deviation = Math.Sqrt(covariance[parameter, parameter]);
            var column = Column(result.Posterior, parameter);
            Assert.Equal(mean[parameter], column.Mean(), 0.12 * deviation);
            Assert.InRange(column.StandardDeviation() / deviation, 0.92, 1.08);
        }

        Assert.True(double.IsNaN(result.Residuals[4]));
    }

    /// <summary>What is learnt in two goes, each from its own data, is what is learnt in one.</summary>
    [Fact]
    public async Task A_fit_that_goes_on_from_another_ends_where_one_fit_to_all_data_ends()
    {
        double[] errors = [0.5, 0.8, 0.6, 0.3, 1.0];
        double[] observed = [2.0, -1.0, 1.5, 0.7, 0.4];
        var parameters = Enumerable.Range(0, 3).Select(p => new CalibrationParameter(
            $"p{p}", new BoundedTransform(), probability => Normal.InvCDF(p - 1, 1 + (0.5 * p), probability))).ToArray();
        var options = new KalmanInversionOptions { Members = 1500, Seed = 3 };
        Task<KalmanInversionResult> Fit(Func<int, bool> isKnown, KalmanInversionOptions how) =>
            new EnsembleKalmanInversion(parameters, new Observations([.. observed.Select((v, datum) => isKnown(datum) ? v : double.NaN)], errors), how)
                .RunAsync(Batch(x => [.. Linear * Vector<double>.Build.Dense(x)]), null, CancellationToken.None);

        var whole = await Fit(_ => true, options);
        var first = await Fit(datum => datum < 3, options);
        var second = await Fit(datum => datum >= 3, options with { Start = first.Posterior, Seed = 4 });

        for (var parameter = 0; parameter < 3; parameter++)
        {
            var (wanted, found) = (Column(whole.Posterior, parameter), Column(second.Posterior, parameter));
            Assert.Equal(wanted.Mean(), found.Mean(), 0.12 * wanted.StandardDeviation());
            Assert.InRange(found.StandardDeviation() / wanted.StandardDeviation(), 0.9, 1.1);
        }
    }

    [Fact]
    public void A_first_ensemble_of_another_shape_is_refused()
    {
        CalibrationParameter[] parameters = [new("p", new BoundedTransform(), probability => probability)];

        var error = Assert.Throws<ArgumentException>(() =>
            new EnsembleKalmanInversion(parameters, new Observations([1], [1]), new() { Members = 4, Start = new double[4, 2] }));

        Assert.Contains("4 x 2 values for 4 members and 1 parameters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nonlinear_twin_recovers_its_parameters_within_the_posterior_intervals()
    {
        double[] truth = [800, 0.35, 0.6];
        var result = await Twin(truth, Logistic, new KalmanInversionOptions { Members = 150, Seed = 5 });

        Assert.True(result.Converged);
        Assert.InRange(result.Misfit, 0.5, 1.4);
        for (var parameter = 0; parameter < 3; parameter++)
        {
            var band = Quantiles.Interval(Column(result.Posterior, parameter), 0.98);
            Assert.True(band.Holds(truth[parameter]), $"{parameter}: {band}");
            Assert.InRange(result.SpreadRatios()[parameter], 0.001, 0.5);
        }
    }

    [Fact]
    public async Task Wrong_structure_shows_as_misfit()
    {
        // A model that can only grow, held against a series that saturates and falls.
        var result = await Twin([800, 0.35, 0.6], x => [.. Logistic(x).Select((_, t) => Math.Log(1 + (x[0] * Math.Exp(x[1] * t))))],
            new KalmanInversionOptions { Members = 150, Seed = 5 });

        Assert.True(result.Misfit > 3, $"misfit {result.Misfit}");
    }

    [Fact]
    public async Task Same_seed_gives_the_same_posterior_and_progress_tells_each_pass()
    {
        var options = new KalmanInversionOptions { Members = 40, Seed = 9 };
        var told = new List<KalmanIteration>();

        var first = await Twin([800, 0.35, 0.6], Logistic, options, new Listener(told.Add));
        var second = await Twin([800, 0.35, 0.6], Logistic, options);

        Assert.Equal(first.Posterior, second.Posterior);
        Assert.Equal(first.Iterations, told);
        Assert.Equal(0, told[0].Tempering);
        Assert.Equal(1, told[^1].Tempering);
    }

    [Fact]
    public async Task Failed_members_are_drawn_anew_and_counted()
    {
        var result = await Twin([800, 0.35, 0.6], x => x[2] < 0.3 ? [.. Logistic(x).Select(_ => double.NaN)] : Logistic(x),
            new KalmanInversionOptions { Members = 150, Seed = 5 });

        Assert.InRange(result.Iterations[0].FailedMembers, 10, 80);
        Assert.True(result.Iterations[^1].FailedMembers < 10);
        Assert.InRange(result.Misfit, 0.5, 1.5);
    }

    [Fact]
    public async Task Localisation_keeps_the_spread_of_what_the_data_do_not_touch()
    {
        var without = await Unrelated(null);
        var with = await Unrelated(3);

        Assert.True(without < 0.6, $"{without}");
        Assert.True(with > without + 0.2, $"{with} against {without}");
    }

    [Fact]
    public async Task Inflation_widens_the_posterior()
    {
        var plain = await Twin([800, 0.35, 0.6], Logistic, new KalmanInversionOptions { Members = 60 });
        var inflated = await Twin([800, 0.35, 0.6], Logistic, new KalmanInversionOptions { Members = 60, Inflation = 1.2 });

        Assert.True(inflated.SpreadRatios()[1] > plain.SpreadRatios()[1]);
    }

    [Fact]
    public async Task Too_few_updates_are_reported_as_not_converged()
    {
        var result = await Twin([800, 0.35, 0.6], Logistic, new KalmanInversionOptions { Members = 60, MostUpdates = 1 });

        Assert.False(result.Converged);
        Assert.Equal(2, result.Iterations.Count);
    }

    [Fact]
    public void Unusable_errors_and_schedules_are_refused()
    {
        CalibrationParameter[] parameters = [new("p", new BoundedTransform(), probability => probability)];

        Assert.Throws<ArgumentException>(() => new EnsembleKalmanInversion(parameters, new Observations([1], [0]), new()));
        Assert.Throws<ArgumentException>(() => new EnsembleKalmanInversion(parameters, new Observations([double.NaN], [1]), new()));
        Assert.Throws<ArgumentException>(() =>
            new EnsembleKalmanInversion(parameters, new Observations([1], [1]), new() { TemperingSteps = [0.5, 0.4] }));
    }

    private static async Task<double> Unrelated(double? threshold)
    {
        var parameters = Enumerable.Range(0, 10).Select(p => new CalibrationParameter(
            $"p{p}", new BoundedTransform(), probability => Normal.InvCDF(0, 1, probability))).ToArray();
        var observations = new Observations([.. Enumerable.Repeat(1.0, 30)], [.. Enumerable.Repeat(0.3, 30)]);
        var noise = new SplitMixUniforms(11);
        var options = new KalmanInversionOptions { Members = 20, LocalisationThreshold = threshold, Seed = 2 };

        var result = await new EnsembleKalmanInversion(parameters, observations, options).RunAsync(
            Batch(x => [.. Enumerable.Range(0, 30).Select(_ => x[0] + (0.5 * noise.NextNormal()))]), null, CancellationToken.None);

        return result.SpreadRatios().Skip(1).Average();
    }

    // Twenty-four months of a flow that grows, saturates and falls: capacity, growth, share that remains.
    private static double[] Logistic(double[] x) => [.. Enumerable.Range(0, 24).Select(t =>
        Math.Log(1 + (x[0] / (1 + (50 * Math.Exp(-x[1] * t))) * (t < 18 ? 1 : x[2]))))];

    private static Task<KalmanInversionResult> Twin(
        double[] truth, Func<double[], double[]> model, KalmanInversionOptions options, IProgress<KalmanIteration>? progress = null)
    {
        var noise = new SplitMixUniforms(17);
        double[] observed = [.. Logistic(truth).Select(value => value + (0.1 * noise.NextNormal()))];
        CalibrationParameter[] parameters =
        [
            new("capacity", new BoundedTransform(0), probability => 500 * Math.Exp(Normal.InvCDF(0, 0.7, probability))),
            new("growth", new BoundedTransform(0, 1), probability => 0.05 + (0.6 * probability)),
            new("remaining", new BoundedTransform(0, 1), probability => 0.05 + (0.9 * probability)),
        ];
        var observations = new Observations(observed, [.. observed.Select(_ => 0.1)]);
        return new EnsembleKalmanInversion(parameters, observations, options).RunAsync(Batch(model), progress, CancellationToken.None);
    }

    private static BatchForward Batch(Func<double[], double[]> model) => (parameters, _) =>
    {
        double[][] rows = [.. Enumerable.Range(0, parameters.GetLength(0)).Select(member =>
            model([.. Enumerable.Range(0, parameters.GetLength(1)).Select(parameter => parameters[member, parameter])]))];
        var outputs = new double[rows.Length, rows[0].Length];
        for (var cell = 0; cell < outputs.Length; cell++)
        {
            outputs[cell / rows[0].Length, cell % rows[0].Length] = rows[cell / rows[0].Length][cell % rows[0].Length];
        }

        return Task.FromResult(outputs);
    };

    private static double[] Column(double[,] table, int column) =>
        [.. Enumerable.Range(0, table.GetLength(0)).Select(row => table[row, column])];

    private sealed class Listener(Action<KalmanIteration> listen) : IProgress<KalmanIteration>
    {
        public void Report(KalmanIteration value) => listen(value);
    }
}
