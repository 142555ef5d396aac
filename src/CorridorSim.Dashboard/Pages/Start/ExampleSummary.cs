using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Records;
using CorridorSim.Analysis.Statistics;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Runs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Shared.Charts;
using CorridorSim.Dashboard.Shared.Map;
using CorridorSim.Dashboard.Shared.Shell;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Manifests;
using CorridorSim.Runs.Store;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.Start;

/// <summary>What a finished comparison says, in a few figures.</summary>
/// <param name="Run">The run; its second variant is the baseline.</param>
/// <param name="Title">Title of its scenario.</param>
/// <param name="Caveat">What must be known before believing it; null for nothing.</param>
/// <param name="Effects">Headline indicators with the effects on them.</param>
/// <param name="Story">The result in three sentences.</param>
public sealed record ExampleSummary(StoredRun Run, string Title, string? Caveat, IReadOnlyList<(HeadlineIndicator Indicator, Effect Effect)> Effects, RunStory Story)
{
    private const int MostEffects = 4;

    /// <summary>The chart beside the story: the figure of which the story speaks first.</summary>
    public required ChartSpec Chart { get; init; }

    /// <summary>Where flows widen or narrow.</summary>
    public required MapModel Map { get; init; }

    /// <summary>Names of the places of its world.</summary>
    public required PlaceWords Places { get; init; }

    private static readonly string[] Wanted = [Indicators.Admissions, Indicators.IrregularEntries, Indicators.Deaths, Indicators.Protected];

    /// <summary>
    /// The newest comparison that can be read, the shipped one before others and complete ones before those with failed
    /// replicates; null when there is none.
    /// </summary>
    public static ExampleSummary? First(IReadOnlyList<StoredRun> runs, EnsembleBook book, ScenarioCatalogue scenarios) => runs
        .Where(r => r.Manifest.Variants.Count == 2)
        .OrderByDescending(r => r.Manifest.Scenario == FirstExample.Scenario)
        .ThenByDescending(r => r.Manifest.Status == RunManifest.Complete)
        .Select(r => Read(r, book, scenarios))
        .FirstOrDefault(e => e is not null);

    private static ExampleSummary? Read(StoredRun run, EnsembleBook book, ScenarioCatalogue scenarios)
    {
        try
        {
            var (baseline, subject) = (book.Parent(run)!, book.Open(new EnsembleReference(run.Manifest.Id)));
            var comparison = new Comparison(baseline, subject);
            var effects = comparison.Headline
                .Where(h => Wanted.Contains(h.Name.Variable) && (h.Name.Where is null || h.Name.Variable == Indicators.IrregularEntries))
                .Take(MostEffects).Select(h => (h, comparison.On(h.Name, null, h.Words))).ToArray();
            var compiled = scenarios.CompileRun(run);
            var story = RunStory.Of(StoryFacts.Of(compiled, baseline, subject, RecordedMonths.Of(compiled, subject)) with { Baseline = "the same world without it" });
            var places = new PlaceWords(compiled.Experiment.World);
            return effects.Length == 0 ? null : new ExampleSummary(run, compiled.Scenario.Title, Caveats.Of(compiled), effects, story)
            {
                Chart = ChartOf(compiled, baseline, subject, places),
                Map = MapModel.Of(compiled.Experiment.World, subject),
                Places = places,
            };
        }
        catch (Exception error) when (Failures.IsExpected(error))
        {
            // Its own page says what is damaged; here an older run takes its place.
            return null;
        }
    }

    private static ChartSpec ChartOf(CompiledScenario compiled, StoredEnsemble baseline, StoredEnsemble subject, PlaceWords places)
    {
        var first = StoryFacts.Main(new Comparison(baseline, subject), compiled).OrderByDescending(m => m.Effect.Summary.Verdict == Verdict.Clear && !m.Effect.IsTiny).First().Indicator.Name;
        return (HeadlineCharts.Differences(first, ("the same world without it", baseline), [("with the agreement", subject)], string.Empty) with { Id = $"example-{first.Variable}" })
            .With(RecordedMonths.Of(compiled, subject), showsLevels: false).Named(first, places);
    }
}
