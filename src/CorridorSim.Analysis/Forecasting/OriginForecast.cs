using CorridorSim.Analysis.Measuring;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Analysis.Forecasting;

/// <summary>
/// Forecasts every observed series from an origin: observations before it set the state (<see cref="ShockAnalysis"/>) unless
/// that is declined, dated measures are inputs, and nothing observed from it on is used.
/// </summary>
/// <param name="compiled">The scenario; its first variant is forecast.</param>
/// <param name="observations">Observations.</param>
/// <param name="map">What they are held against.</param>
/// <param name="simulate">What simulates.</param>
public sealed class OriginForecast(CompiledScenario compiled, ObservationTable observations, ObservationMap map, SimulateExperiment simulate)
{
    private readonly int _start = compiled.Scenario.FirstMonth;

    /// <summary>Observed series that the model measures something like.</summary>
    public IReadOnlyList<ObservedSeries> Series { get; } = [.. observations.Names.Select(map.Find).OfType<ObservedSeries>().Select(s => s with { Step = observations.Step(s.Name) })];

    /// <summary>Observed series that the model measures nothing like.</summary>
    public IReadOnlyList<ObservedName> Unknown { get; } = [.. observations.Names.Where(n => map.Find(n) is null)];

    /// <summary>Forecasts.</summary>
    /// <param name="options">Origin, length, ensemble.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public Task<ForecastSet> RunAsync(BacktestOptions options, IProgress<string>? progress, CancellationToken cancellationToken) =>
        RunAsync(compiled.Experiment with { Variants = [compiled.Experiment.Variants[0]] }, options, progress, cancellationToken);

    /// <summary>Forecasts with parameters of one's own in place of those of the scenario.</summary>
    /// <param name="experiment">One variant of the scenario.</param>
    /// <param name="options">Origin, length, ensemble.</param>
    /// <param name="progress">Told what is being done, in words.</param>
    /// <param name="cancellationToken">Stops between passes.</param>
    public async Task<ForecastSet> RunAsync(Experiment experiment, BacktestOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(options);
        var observer = new ModelObserver(Series);
        var asked = experiment with
        {
            Replicates = options.Replicates,
            Seed = options.Seed,
            Months = options.Origin - _start + options.Months,
            Recorded = observer.Recorded,
        };
        var shocks = await StateAsync(asked, observer, options, progress, cancellationToken);
        progress?.Report("forecast");
        var result = await simulate(asked with { KnownShocks = shocks }, cancellationToken);
        var errors = ForecastErrors.Read(compiled.World.Folder);
        return new ForecastSet(
            options.Origin,
            LevelForecast.Complete([.. Enumerable.Range(0, Series.Count).Select(s => Forecast(observer, result, s, options.Origin, errors))], options.Given),
            result.Failures.Select(f => f.Lane).Distinct().Count())
        {
            Given = options.Given,
        };
    }

    private async Task<KnownShocks?> StateAsync(
        Experiment experiment, ModelObserver observer, BacktestOptions options, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        var months = options.Origin - _start;
        if (!options.StartsFromObservations || months < 1)
        {
            return null;
        }

        return await ObservedStart.ShocksAsync(experiment, months, observer, observations, simulate, progress, cancellationToken);
    }

    private SeriesForecast Forecast(ModelObserver observer, ExperimentResult result, int index, int origin, (ForecastErrors Nationality, ForecastErrors Total) errors)
    {
        var series = observer.Series[index];
        var (first, _) = observations.Span(series.Name);
        var past = Enumerable.Range(first, Math.Max(0, origin - first)).Select(m => (m, observations.Value(series.Name, m)));
        var forecast = new SeriesForecast(
            series,
            _start,
            origin,
            observations.Values(series.Name, _start, result.Plan.Experiment.Months),
            ByMonth(observer.Monthly(result, index)),
            [],
            new Rivals(past, origin));
        return forecast.With(forecast.IsTotal ? errors.Total : errors.Nationality);
    }

    private static double[][] ByMonth(double[][] lanes)
    {
        // The first months of a quarter are not counted yet: a lane failed where its last month is no number.
        var usable = lanes.Where(l => !double.IsNaN(l[^1])).ToArray();
        return [.. Enumerable.Range(0, lanes[0].Length).Select(m => usable.Select(l => l[m]).ToArray())];
    }
}

/// <summary>Forecasts from one origin.</summary>
/// <param name="Origin">First month that is forecast.</param>
/// <param name="Series">Per observed series.</param>
/// <param name="FailedReplicates">Replicates whose lane failed; they are left out.</param>
public sealed record ForecastSet(int Origin, IReadOnlyList<SeriesForecast> Series, int FailedReplicates)
{
    /// <summary>Series whose values after the origin were given.</summary>
    public IReadOnlyList<string> Given { get; init; } = [];

    /// <summary>The same forecasts with some flows given; levels follow them.</summary>
    public ForecastSet WithGiven(IReadOnlyList<string> given) => this with { Given = given, Series = LevelForecast.Complete(Series, given) };

    /// <summary>The same forecasts with other errors; levels follow their flows.</summary>
    public ForecastSet With((ForecastErrors Nationality, ForecastErrors Total) errors) =>
        this with { Series = LevelForecast.Complete([.. Series.Select(f => f.With(f.IsTotal ? errors.Total : errors.Nationality))], Given) };
}
