using CorridorSim.Scenarios.Diagnostics;

namespace CorridorSim.Dashboard.Scenarios;

/// <summary>A scenario has mistakes; each has a place, a cause and a remedy.</summary>
public sealed class InvalidScenarioException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="diagnostics">The mistakes, at least one.</param>
    public InvalidScenarioException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics)) => Diagnostics = diagnostics;

    /// <summary>The mistakes.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
