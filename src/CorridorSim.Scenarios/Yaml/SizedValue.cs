using CorridorSim.Model.Inputs;

namespace CorridorSim.Scenarios.Yaml;

/// <summary>A size with what stands behind it.</summary>
/// <param name="Value">The value or distribution.</param>
/// <param name="Range">Least and greatest plausible value, when stated.</param>
/// <param name="Basis">published, assumption or null when not stated.</param>
/// <param name="Source">Where it is published.</param>
/// <param name="Item">Where it stands.</param>
public sealed record SizedValue(Distribution Value, IReadOnlyList<double>? Range, string? Basis, string? Source, YamlItem Item);
