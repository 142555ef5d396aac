namespace CorridorSim.Scenarios.Yaml;

/// <summary>A piece of a YAML file and where it stands.</summary>
/// <param name="File">File, as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public abstract record YamlItem(string File, int Line, int Column);
