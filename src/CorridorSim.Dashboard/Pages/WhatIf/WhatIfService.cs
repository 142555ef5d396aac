using System.Globalization;
using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Words;
using CorridorSim.Dashboard.Knobs;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Recording;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.WhatIf;

/// <summary>
/// Answers what-if questions with the full model. Each baseline is simulated once; answers given lately are kept, so that
/// undo and shared links cost nothing; as many questions as there are cores are worked on at a time, in order of asking.
/// </summary>
public sealed class WhatIfService(EngineRoom engines, ScenarioCatalogue scenarios) : IDisposable
{
    /// <summary>Most simulations that a question may ask for.</summary>
    public const int MostReplicates = 1000;
    private const int MostWaiting = 256;

    private readonly WaitingLine _line = new(Environment.ProcessorCount, MostWaiting);
    private readonly RecentResults _baselines = new(Kept.Baselines);
    private readonly RecentResults _answers = new(Kept.Answers);

    /// <summary>The sliders of a scenario.</summary>
    /// <exception cref="ScenarioNotFoundException">There is no such scenario.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    public IReadOnlyList<Knob> Knobs(string scenario) => KnobBook.Of(scenarios.Compile(scenario));

    /// <summary>Answers a question.</summary>
    /// <exception cref="ScenarioNotFoundException">There is no such scenario.</exception>
    /// <exception cref="InvalidScenarioException">It has mistakes.</exception>
    /// <exception cref="ArgumentException">A slider is unknown or its value out of range.</exception>
    /// <exception cref="Jobs.JobsFullException">Too many questions wait already.</exception>
    /// <exception cref="OperationCanceledException">A newer question took its place.</exception>
    public async Task<WhatIfAnswer> AnswerAsync(WhatIfQuestion question, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (question.Replicates is < 1 or > MostReplicates)
        {
            throw new ArgumentException($"replicates must lie between 1 and {MostReplicates}", nameof(question));
        }

        return await AnswerAsync(scenarios.Compile(question.Scenario), question.Moved, question.Replicates, cancellation);
    }

    /// <summary>Answers what a scenario does that may not be in a file yet.</summary>
    /// <param name="compiled">The scenario with its baseline.</param>
    /// <param name="moved">Values by path of the slider; only those that differ from the scenario.</param>
    /// <param name="replicates">Replicates, 1 to 1,000.</param>
    /// <param name="cancellation">Signalled when a newer question took its place.</param>
    /// <exception cref="ArgumentException">A slider is unknown or its value out of range.</exception>
    /// <exception cref="Jobs.JobsFullException">Too many questions wait already.</exception>
    public async Task<WhatIfAnswer> AnswerAsync(CompiledScenario compiled, IReadOnlyDictionary<string, double> moved, int replicates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(moved);
        var corners = Corners(compiled, moved);
        var ask = new Asking(compiled, replicates, cancellation);
        Variant[] asked = corners.MovesWorld ? [corners.World, corners.Both, corners.Baseline, corners.Policy] : [corners.Baseline, corners.Both];
        var results = await Task.WhenAll(asked.Select(v => GetAsync(ask, v)));
        IEnsemble[] ensembles = [.. results.Select(r => new ResultEnsemble(r, 0))];
        return new WhatIfAnswer(
            compiled, ensembles[0], compiled.Parent?.Title ?? $"{compiled.Scenario.Title}, policy as in its file", ensembles[1], results.Max(r => r.Elapsed))
        {
            Apart = corners.MovesWorld ? PolicyWorldEffect.Of(Told(ensembles[1]), ensembles[2], ensembles[3], ensembles[0], ensembles[1]) : [],
        };
    }

    /// <summary>Asks what a scenario does in each world of its family, with the sliders as moved in all of them.</summary>
    /// <exception cref="ArgumentException">A slider is unknown or its value out of range.</exception>
    /// <exception cref="Jobs.JobsFullException">Too many questions wait already.</exception>
    public async Task<IReadOnlyList<WorldResult>> InWorldsAsync(CompiledScenario compiled, IReadOnlyDictionary<string, double> moved, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        ArgumentNullException.ThrowIfNull(moved);
        var corners = Corners(compiled, moved);
        var ask = new Asking(compiled, WhatIfQuestion.DefaultReplicates, cancellation);
        return await Task.WhenAll(WorldFamily.Of(compiled).Select(async world =>
        {
            var sides = await Task.WhenAll(GetAsync(ask, WorldFamily.In(corners.World, world)), GetAsync(ask, WorldFamily.In(corners.Both, world)));
            var (baseline, current) = (new ResultEnsemble(sides[0], 0), new ResultEnsemble(sides[1], 0));
            var comparison = new Comparison(baseline, current);
            return new WorldResult(world, [.. StoryFacts.Main(comparison, compiled).Select(m => m.Effect)]);
        }));
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    /// <summary>Sliders as inputs of a variant.</summary>
    /// <exception cref="ArgumentException">A slider is unknown or its value is not possible.</exception>
    internal static SlotSetting[] Settings(CompiledScenario compiled, IReadOnlyDictionary<string, double> moved)
    {
        var knobs = KnobBook.Of(compiled);
        return
        [
            .. moved.Select(m => knobs.FirstOrDefault(k => k.IsNamed(m.Key)) is not { } knob
                ? throw new ArgumentException($"'{Shown(m.Key)}' is not a slider of {compiled.Scenario.Id}; /api/v1/scenarios/{compiled.Scenario.Id}/levers lists them", nameof(moved))
                : !knob.Allows(m.Value)
                    ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{Shown(m.Key)}' must be from {knob.Lowest} to {knob.Highest}, not {m.Value}"), nameof(moved))
                    : new SlotSetting(knob.Slot, Distribution.Constant(m.Value))).DistinctBy(s => s.Slot),
        ];
    }

    /// <summary>The scenario as set beside its baseline: what is set of the world holds on both sides.</summary>
    private static PolicyAndWorld Corners(CompiledScenario compiled, IReadOnlyDictionary<string, double> moved)
    {
        var variants = compiled.Experiment.Variants;
        var settings = Settings(compiled, moved);
        var scenario = new Variant(variants[0].Name, [.. variants[0].Settings.Where(s => settings.All(m => m.Slot != s.Slot)).Concat(settings).OrderBy(s => s.Slot)]);
        return PolicyAndWorld.Of(compiled.Experiment.World.Slots, scenario, variants[^1]);
    }

    /// <summary>Indicators for which policy and world are told apart: totals, main passages, borders.</summary>
    private static HeadlineIndicator[] Told(IEnsemble ensemble) =>
        [.. Headline.Of(ensemble).Where(h => h.Fits(PlaceDetail.Card))];

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100];

    private Task<ExperimentResult> GetAsync(Asking ask, Variant variant)
    {
        var isFile = ask.Compiled.Experiment.Variants.Any(v => v.Settings.SequenceEqual(variant.Settings));
        var settings = string.Join('|', variant.Settings.Select(s => FormattableString.Invariant($"{s.Slot.Index}={s.Value}")));
        var key = FormattableString.Invariant($"{ask.Compiled.Scenario.Hash} {ask.Replicates} {settings}");
        return (isFile ? _baselines : _answers).GetAsync(key, abandoned => SimulateAsync(ask.Compiled, variant, ask.Replicates, abandoned), ask.Cancellation);
    }

    private async Task<ExperimentResult> SimulateAsync(CompiledScenario compiled, Variant variant, int replicates, CancellationToken cancellation)
    {
        var experiment = compiled.Experiment with { Variants = [variant], Replicates = replicates, Recorded = null };
        using var place = await _line.EnterAsync(cancellation);
        return await new Runner(await engines.OpenAsync(cancellation)).RunAsync(experiment, Split(experiment), null, cancellation);
    }

    /// <summary>One block a core: the smallest number of messages that keeps all cores busy.</summary>
    private static RunnerOptions Split(Experiment experiment)
    {
        var cores = Environment.ProcessorCount;
        var lanes = (int)Math.Clamp((experiment.Lanes + cores - 1) / cores, 8, 256);
        return new RunnerOptions { BlockSize = (lanes + 7) / 8 * 8, Concurrency = cores };
    }

    private sealed record Asking(CompiledScenario Compiled, int Replicates, CancellationToken Cancellation);
}
