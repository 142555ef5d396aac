using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Measuring;
using CorridorSim.Dashboard.Knobs;
using CorridorSim.Dashboard.Pages.WhatIf;
using CorridorSim.Dashboard.Scenarios;
using CorridorSim.Dashboard.Shared.Words;
using CorridorSim.Dashboard.Simulation;
using CorridorSim.Model.Engine;
using CorridorSim.Model.Inputs;
using CorridorSim.Model.Policy;
using CorridorSim.Runs.Caching;
using CorridorSim.Runs.Running;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Pages.Why;

/// <summary>Splits the effect of a scenario over its provisions, one question at a time; answers given lately are kept.</summary>
public sealed class WhyService(EngineRoom engines, ScenarioCatalogue scenarios) : IDisposable
{
    private const int MostExact = 6;
    private const int MostWaiting = 64;

    private readonly WaitingLine _line = new(1, MostWaiting);

    /// <summary>The clauses that differ from the parent.</summary>
    /// <exception cref="ArgumentException">The scenario extends nothing.</exception>
    public static IReadOnlyList<WhyPlayer> Players(CompiledScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return WhyQuestion.Of(Paired(scenario)).Players;
    }

    /// <summary>The indicators that an effect can be split on: everything that the world measures.</summary>
    public static IndicatorChoices Choices(CompiledScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var plan = BlockPlan.Compile(scenario.Experiment with { Recorded = null });
        return new IndicatorChoices(LaneMeasure.CompactHeadline(plan), RecordedIndicators.WithSums(plan.AllSeries.Select(s => s.Key)));
    }

    /// <summary>Answers a question.</summary>
    /// <exception cref="Jobs.JobsFullException">Too many questions wait already.</exception>
    /// <exception cref="Analysis.StudyException">Nothing differs, or too much.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public async Task<WhyAnswer> AnswerAsync(WhyRequest request, IProgress<RunProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Replicates is < 1 or > WhatIfService.MostReplicates)
        {
            throw new ArgumentException($"replicates must lie between 1 and {WhatIfService.MostReplicates}", nameof(request));
        }

        var compiled = scenarios.Compile(request.Scenario);
        var experiment = Changed(compiled, request) with { Replicates = request.Replicates ?? WhatIfQuestion.DefaultReplicates };
        IndicatorName[] indicators = [.. (request.Indicators ?? []).Select(IndicatorName.Parse)];
        var key = $"{compiled.Scenario.Hash} {experiment.Replicates} {string.Join('|', experiment.Variants[0].Settings)} {string.Join('|', indicators.AsEnumerable())}";
        using var place = await _line.EnterAsync(cancellation);
        if (Kept.Attributions.Known<WhyAnswer>((this, key)) is { } known)
        {
            return known;
        }

        var study = new WhyStudy(WhyQuestion.Of(experiment), indicators, null, new WhyOptions { MostExact = MostExact, Seed = experiment.Seed });
        var options = new RunnerOptions { BlockSize = 128 };
        var answer = await study.AnswerAsync(new Runner(await engines.OpenAsync(cancellation)), options, progress, cancellation);
        Kept.Attributions.Keep((this, key), answer);
        return answer;
    }

    /// <summary>The setting of the command line that leaves a provision without effect; null for those that no size does.</summary>
    /// <param name="scenario">Name of the scenario.</param>
    /// <param name="provision">The provision, as <c>agreement/provision</c>.</param>
    public string? WithoutEffect(string scenario, string provision)
    {
        ArgumentNullException.ThrowIfNull(provision);
        var compiled = scenarios.Compile(scenario);
        var parts = provision.Split('/');
        var clause = compiled.Experiment.World.Instruments.FirstOrDefault(i => i.Id == parts[0])?.Provisions.FirstOrDefault(p => p.Id == parts[^1]);
        double? size = clause?.Combination switch { Combination.Add => 0, Combination.Multiply => 1, _ => null };
        var knob = size is null ? null : KnobBook.Of(compiled).FirstOrDefault(k => k.Slot == clause!.Size && size >= k.Minimum && size <= k.Maximum);
        return knob?.Set(size!.Value);
    }

    /// <inheritdoc/>
    public void Dispose() => _line.Dispose();

    private static Experiment Paired(CompiledScenario compiled) => compiled.Parent is null
        ? throw new ArgumentException($"{compiled.Scenario.Id} extends no scenario, so there is nothing to compare it with")
        : compiled.Experiment;

    /// <summary>The experiment with sliders moved; a provision that is left out is out of force.</summary>
    private static Experiment Changed(CompiledScenario compiled, WhyRequest request)
    {
        var experiment = Paired(compiled);
        var settings = experiment.Variants[0].Settings.ToDictionary(s => s.Slot, s => s.Value);
        foreach (var setting in WhatIfService.Settings(compiled, request.Set ?? new Dictionary<string, double>()))
        {
            settings[setting.Slot] = setting.Value;
        }

        foreach (var player in WhyQuestion.Of(experiment).Players.Where(p => request.Without?.Contains(p.ToString()) == true))
        {
            var own = player.Settings.Select(s => s.Slot).ToHashSet();
            foreach (var slot in experiment.World.Instruments.SelectMany(i => i.Provisions).Select(p => p.InForce).Where(own.Contains))
            {
                settings.Remove(slot);
            }
        }

        var variant = new Variant(experiment.Variants[0].Name, [.. settings.OrderBy(s => s.Key).Select(s => new SlotSetting(s.Key, s.Value))]);
        return experiment with { Variants = [variant, .. experiment.Variants.Skip(1)] };
    }
}

/// <summary>A question why: a scenario, sliders moved, provisions left out.</summary>
public sealed record WhyRequest
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Values by path of the slider; null for none.</summary>
    public IReadOnlyDictionary<string, double>? Set { get; init; }

    /// <summary>Indicators, as <c>variable[:where][/nationality]</c>; those of the headline when null or empty.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }

    /// <summary>Provisions to leave out, as <c>agreement/provision</c>; null for none.</summary>
    public IReadOnlyList<string>? Without { get; init; }

    /// <summary>Replicates, 1 to 1,000; 64 when left out.</summary>
    public int? Replicates { get; init; }
}
