namespace CorridorSim.Dashboard.Api;

/// <summary>A comparison.</summary>
/// <param name="Base">What is compared with.</param>
/// <param name="Other">What is compared.</param>
/// <param name="Effects">Effects on the headline indicators, other minus base.</param>
public sealed record ComparisonAnswer(string Base, string Other, IReadOnlyList<EffectAnswer> Effects);
