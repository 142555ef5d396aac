using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Files;
using CorridorSim.Runs.Running;
using CorridorSim.Runs.Store;

namespace CorridorSim.Dashboard.Pages.Flows;

/// <summary>
/// Flows by nationality. A run that kept totals only is simulated once more with these series recorded: the same scenario
/// and seed give the same numbers to the last bit.
/// </summary>
public sealed class FlowService(EngineRoom engines, ScenarioCatalogue scenarios, EnsembleBook book)
{
    private static readonly HashSet<string> Wanted =
    [
        Indicators.Admissions, Indicators.IrregularEntries, Indicators.EncountersAtPorts, Indicators.EncountersBetweenPorts,
        Indicators.IrregularArrivals, Indicators.SentHome, Indicators.Deaths, Indicators.Protected,
    ];

    private readonly RecentResults _kept = new(Kept.Flows);

    /// <summary>The first variant of a run with its flows by nationality.</summary>
    /// <exception cref="InvalidScenarioException">The scenario of the run cannot be read.</exception>
    /// <exception cref="RunStoreException">The world has changed since the run, or the numbers do not agree.</exception>
    public async Task<IEnsemble> DetailAsync(StoredRun run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        var stored = book.Open(new EnsembleReference(run.Manifest.Id));
        if (stored.Series.Any(s => s.Key is { Variable: Indicators.Admissions, Nationality: not SeriesKey.All }))
        {
            return stored;
        }

        var compiled = scenarios.CompileRun(run);
        if (compiled.Scenario.Hash != run.Manifest.ScenarioHash)
        {
            throw new RunStoreException("The world of this run has changed since it was made, so its flows by nationality cannot be worked out; run the scenario again.");
        }

        var experiment = compiled.Experiment with { Variants = [compiled.Experiment.Variants[0]], Replicates = run.Manifest.Replicates, Seed = run.Manifest.Seed };
        SeriesKey[] recorded = [.. BlockPlan.Compile(experiment).AllSeries.Select(s => s.Key).Where(k => Wanted.Contains(k.Variable))];
        var options = new RunnerOptions { BlockSize = 32 };
        var result = await _kept.GetAsync(run.Manifest.Id + run.Manifest.ScenarioHash, async abandoned =>
            await new Runner(await engines.OpenAsync(abandoned)).RunAsync(experiment with { Recorded = recorded }, options, null, abandoned), cancellation);
        return new ResultEnsemble(result, 0);
    }
}
