namespace CorridorSim.Scenarios.Worlds;

/// <summary>A cell of a table and where it stands.</summary>
/// <param name="Text">Its text, without quotes.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column of its first character, from 1.</param>
public sealed record CsvCell(string Text, int Line, int Column);
