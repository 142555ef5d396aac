namespace CorridorSim.Scenarios.Yaml;

/// <summary>A key of a mapping and its value.</summary>
public sealed record YamlEntry(YamlText Key, YamlItem Value);
