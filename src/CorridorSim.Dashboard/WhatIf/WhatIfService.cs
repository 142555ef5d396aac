using System.Globalization;
using CorridorSim.Analysis.Effects;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>
/// Answers what-if questions with the full model. Each baseline is simulated once; answers given lately are kept, so that
/// undo and shared links cost nothing; as many questions as there are cores are worked on at a time, in order of asking.
/// </summary>
public sealed class WhatIfService(EngineRoom engines, ScenarioCatalogue scenarios) : IDisposable
{
    private const int MostReplicates = 1000;
    private const int MostKept = 12;
    private const int MostWaiting = 256;

    private readonly WaitingLine _line = new(Environment.ProcessorCount, MostWaiting);
    private readonly RecentResults _baselines = new(MostKept);
    private readonly RecentResults _answers = new(MostKept);

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

        var compiled = scenarios.Compile(question.Scenario);
        var settings = Settings(compiled, question.Moved);
        var stamp = FormattableString.Invariant($"{question.Scenario} {compiled.Scenario.Hash} {question.Replicates}");
        var variants = compiled.Experiment.Variants;
        var baseline = await _baselines.GetAsync(stamp, abandoned => SimulateAsync(compiled, variants[^1], question.Replicates, abandoned), cancellation);
        var moved = string.Join('|', settings.OrderBy(s => s.Slot).Select(s => FormattableString.Invariant($"{s.Slot}={s.Value.A:R}")));
        var variant = new Variant(variants[0].Name, [.. variants[0].Settings.Where(s => settings.All(m => m.Slot != s.Slot)).Concat(settings).OrderBy(s => s.Slot)]);
        var current = await _answers.GetAsync($"{stamp} {moved}", abandoned => SimulateAsync(compiled, variant, question.Replicates, abandoned), cancellation);
        return new WhatIfAnswer(
            compiled, new ResultEnsemble(baseline, 0), (compiled.Parent ?? compiled.Scenario).Title, new ResultEnsemble(current, 0), current.Elapsed);
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    /// <summary>Sliders as inputs of a variant.</summary>
    internal static SlotSetting[] Settings(CompiledScenario compiled, IReadOnlyDictionary<string, double> moved)
    {
        var knobs = KnobBook.Of(compiled).ToDictionary(k => k.Path);
        return
        [
            .. moved.Select(m => knobs.GetValueOrDefault(m.Key) is not { } knob
                ? throw new ArgumentException($"'{Shown(m.Key)}' is not a slider of {compiled.Scenario.Id}", nameof(moved))
                : m.Value < knob.Minimum || m.Value > knob.Maximum || double.IsNaN(m.Value)
                    ? throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"'{knob.Path}' must lie between {knob.Minimum} and {knob.Maximum}"), nameof(moved))
                    : new SlotSetting(knob.Slot, Distribution.Constant(m.Value))),
        ];
    }

    private static string Shown(string text) => text.Length <= 100 ? text : text[..100];

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
}
