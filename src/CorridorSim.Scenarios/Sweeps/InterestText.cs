using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Sweeps;

/// <summary>One indicator that somebody wants more or less of.</summary>
/// <param name="Indicator">The indicator as written.</param>
/// <param name="MoreIsBetter">Which way it is better.</param>
/// <param name="Weight">What a unit is worth, at least 0.</param>
/// <param name="Threshold">Level that has to be met; null when none is stated.</param>
public sealed record InterestText(YamlText Indicator, bool MoreIsBetter, double Weight, double? Threshold);
