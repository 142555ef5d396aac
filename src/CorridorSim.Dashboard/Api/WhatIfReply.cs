namespace CorridorSim.Dashboard.Api;

/// <summary>The answer to a what-if question.</summary>
/// <param name="Scenario">Identifier of the scenario.</param>
/// <param name="Baseline">Title of what it is compared with.</param>
/// <param name="Replicates">Replicates.</param>
/// <param name="ElapsedSeconds">Time the simulation took, seconds.</param>
/// <param name="Effects">Effects on the headline indicators.</param>
public sealed record WhatIfReply(string Scenario, string Baseline, int Replicates, double ElapsedSeconds, IReadOnlyList<EffectAnswer> Effects)
{
    /// <summary>Policy and world apart, where values of the world were set; else empty.</summary>
    public IReadOnlyList<PolicyWorldAnswer> Apart { get; init; } = [];
}
