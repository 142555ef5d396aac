using CorridorSim.Analysis.Effects;
using CorridorSim.Analysis.Status;
using CorridorSim.Analysis.Words;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.Runs;

/// <summary>What became of the agreements of a scenario, and which effects are an assumed size of theirs and nothing else.</summary>
/// <param name="Agreements">Title and status of each.</param>
/// <param name="Direct">Effects that are their own assumption.</param>
public sealed record AgreementFacts(IReadOnlyList<(string Title, AgreementStatus Status)> Agreements, IReadOnlyList<DirectSize> Direct)
{
    /// <summary>How they are told.</summary>
    public required StatusWords Words { get; init; }

    /// <summary>The facts of a scenario beside its baseline.</summary>
    /// <param name="compiled">The scenario.</param>
    /// <param name="baseline">The baseline; null where there is none.</param>
    /// <param name="scenario">What was simulated of the scenario.</param>
    public static AgreementFacts Of(CompiledScenario compiled, IEnsemble? baseline, IEnsemble scenario)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var status = new StatusReader(scenario, baseline, compiled.Experiment.World).Read();
        return new AgreementFacts(
            [.. status.Select(s => (compiled.Scenario.Instruments.Concat(compiled.Parent?.Instruments ?? []).FirstOrDefault(i => i.Id == s.Instrument)?.Title ?? s.Instrument, s))],
            baseline is null ? [] : DirectSize.Of(compiled.Experiment, baseline, scenario, status))
        {
            Words = new StatusWords(new PlaceWords(compiled.Experiment.World)),
        };
    }
}
