namespace CorridorSim.Dashboard.Api;

/// <summary>A scenario to check: a text, or a name with settings.</summary>
/// <param name="Text">A scenario file; what it extends must be a scenario of this program.</param>
/// <param name="Scenario">Name of a scenario, when no text is given.</param>
/// <param name="Set">Values that replace those of the file, as <c>path=value</c>.</param>
public sealed record ValidationRequest(string? Text = null, string? Scenario = null, IReadOnlyList<string>? Set = null);
