using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>An indicator that is to become as low or as high as possible.</summary>
/// <param name="Indicator">The indicator as written.</param>
/// <param name="At">Months as written; null for the whole horizon.</param>
/// <param name="MoreIsBetter">Which way it is better.</param>
/// <param name="UsesMedian">True for the median over replicates, false for the mean.</param>
public sealed record GoalText(YamlText Indicator, YamlText? At, bool MoreIsBetter, bool UsesMedian);
