using CorridorSim.Analysis.Forecasting;
using CorridorSim.Analysis.Validation;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;
using CorridorSim.Scenarios.Diagnostics;
using CorridorSim.Scenarios.Observations;

namespace CorridorSim.Dashboard.Pages.Backtesting;

/// <summary>Scores scenarios against the observations of their world, one question at a time; the last answers are kept.</summary>
public sealed class BacktestService(EngineRoom engines, ScenarioCatalogue scenarios) : IDisposable
{
    /// <summary>Replicates of a backtest.</summary>
    public const int Replicates = 32;

    private const string ObservationsFile = "observations.csv";
    private const int MostMonths = 24;

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The scenarios that can be scored: valid ones whose world has observations.</summary>
    public IReadOnlyList<ScenarioEntry> Scored() => [.. scenarios.List().Where(s => HasObservations(s.Name))];

    /// <summary>The observations of the world of a scenario.</summary>
    /// <exception cref="ArgumentException">The world has none.</exception>
    /// <exception cref="InvalidScenarioException">They cannot be read.</exception>
    public ObservationTable Observations(string scenario) => Read(scenarios.Compile(scenario));

    /// <summary>Path of the observations as one writes it on the command line.</summary>
    public string ObservationsPath(string scenario) =>
        Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(scenarios.Compile(scenario).World.Folder, ObservationsFile));

    /// <summary>Forecasts from a month on with nothing observed from it on, and scores.</summary>
    /// <exception cref="ArgumentException">The month lies outside.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<BacktestReport> AnswerAsync(string scenario, int origin, IProgress<string>? progress, CancellationToken cancellation)
    {
        var compiled = scenarios.Compile(scenario);
        var observations = Read(compiled);
        var last = observations.Names.Max(n => observations.Span(n).Last);
        if (origin < compiled.Scenario.FirstMonth || origin > last)
        {
            throw new ArgumentException("the first forecast month must lie within the scenario and the observations", nameof(origin));
        }

        var key = FormattableString.Invariant($"{compiled.Scenario.Hash} {origin}");
        await _turn.WaitAsync(cancellation);
        try
        {
            if (Kept.Backtests.Known<BacktestReport>((this, key)) is { } known)
            {
                return known;
            }

            var options = new BacktestOptions { Origin = origin, Months = Math.Clamp(last - origin + 1, 1, MostMonths), Replicates = Replicates, Seed = compiled.Scenario.Seed };
            var runner = new Runner(await engines.OpenAsync(cancellation));
            var settings = new RunnerOptions { BlockSize = 16 };
            var backtest = new Backtest(compiled, observations, options, (experiment, token) => runner.RunAsync(experiment, settings, null, token));
            var report = await backtest.RunAsync(Map(compiled), progress, cancellation);
            Kept.Backtests.Keep((this, key), report);
            return report;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private bool HasObservations(string scenario)
    {
        try
        {
            return File.Exists(Path.Combine(scenarios.Compile(scenario).World.Folder, ObservationsFile));
        }
        catch (InvalidScenarioException)
        {
            return false;
        }
    }

    private static ObservationTable Read(CompiledScenario compiled)
    {
        var path = Path.Combine(compiled.World.Folder, ObservationsFile);
        if (!File.Exists(path))
        {
            throw new ArgumentException($"The world of {compiled.Scenario.Id} has no table of observations, so there is nothing to score it against.");
        }

        var bag = new DiagnosticBag();
        return ObservationTable.Read(path, ObservationsFile, bag) ?? throw new InvalidScenarioException(bag.Sorted);
    }

    private static ObservationMap Map(CompiledScenario compiled)
    {
        var bag = new DiagnosticBag();
        var map = ObservationMap.Of(compiled, bag);
        return bag.HasErrors ? throw new InvalidScenarioException(bag.Sorted) : map;
    }
}
