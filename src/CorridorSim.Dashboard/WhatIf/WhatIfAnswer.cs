using CorridorSim.Analysis.Effects;
using CorridorSim.Scenarios.Compilation;

namespace CorridorSim.Dashboard.WhatIf;

/// <summary>What the whole model says to a question.</summary>
/// <param name="Compiled">The scenario as its file states it.</param>
/// <param name="Baseline">The world without the pact, or the unchanged scenario where it extends nothing.</param>
/// <param name="BaselineTitle">What the baseline is called.</param>
/// <param name="Current">The scenario with the sliders as moved.</param>
/// <param name="Elapsed">Time the simulation took; the baseline is simulated once and not counted again.</param>
public sealed record WhatIfAnswer(CompiledScenario Compiled, ResultEnsemble Baseline, string BaselineTitle, ResultEnsemble Current, TimeSpan Elapsed);
