namespace CorridorSim.Scenarios.Yaml;

/// <summary>A list.</summary>
public sealed record YamlList(string File, int Line, int Column, IReadOnlyList<YamlItem> Items) : YamlItem(File, Line, Column);
