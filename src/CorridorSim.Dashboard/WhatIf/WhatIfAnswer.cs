using CorridorSim.Analysis.Attribution;
using CorridorSim.Analysis.Effects;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>What the whole model says to a question.</summary>
/// <param name="Compiled">The scenario as its file states it.</param>
/// <param name="Baseline">The world as set without the pact, or with the policy of the file where the scenario extends nothing.</param>
/// <param name="BaselineTitle">What the baseline is called.</param>
/// <param name="Current">The scenario with the sliders as moved.</param>
/// <param name="Elapsed">Time the slowest simulation took.</param>
public sealed record WhatIfAnswer(CompiledScenario Compiled, IEnsemble Baseline, string BaselineTitle, IEnsemble Current, TimeSpan Elapsed)
{
    /// <summary>Policy and world apart, where the world of the scenario differs from that of its baseline's file; else empty.</summary>
    public IReadOnlyList<PolicyWorldEffect> Apart { get; init; } = [];
}
