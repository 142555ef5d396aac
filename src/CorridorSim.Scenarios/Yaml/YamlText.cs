namespace CorridorSim.Scenarios.Yaml;

/// <summary>A text or number.</summary>
public sealed record YamlText(string File, int Line, int Column, string Text) : YamlItem(File, Line, Column);
