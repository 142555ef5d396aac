using CorridorSim.Scenarios.Yaml;

namespace CorridorSim.Scenarios.Optimisation;

/// <summary>A level that an indicator must keep in a share of the replicates.</summary>
/// <param name="Id">Name in the file.</param>
/// <param name="Indicator">The indicator as written.</param>
/// <param name="At">Months as written; null for the whole horizon.</param>
/// <param name="IsUpper">True when the indicator must stay below the level, false when above.</param>
/// <param name="Level">The level, exclusive; a difference from the base scenario when <paramref name="IsChange"/>.</param>
/// <param name="Probability">Share of the replicates in which it must hold, above 0, at most 1.</param>
/// <param name="IsChange">True when the difference from the base scenario is meant, replicate by replicate.</param>
public sealed record ConstraintText(
    string Id, YamlText Indicator, YamlText? At, bool IsUpper, double Level, double Probability, bool IsChange);
