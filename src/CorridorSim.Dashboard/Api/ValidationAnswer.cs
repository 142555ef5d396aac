namespace CorridorSim.Dashboard.Api;

/// <summary>What a check found.</summary>
/// <param name="IsValid">True when the scenario can be run.</param>
/// <param name="Mistakes">Mistakes as <c>file:line:column: message</c>.</param>
/// <param name="Hash">Hash of the resolved scenario; null when it is not valid.</param>
public sealed record ValidationAnswer(bool IsValid, IReadOnlyList<string> Mistakes, string? Hash);
