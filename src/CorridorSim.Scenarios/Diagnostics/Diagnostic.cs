namespace CorridorSim.Scenarios.Diagnostics;

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="File">File, as the user named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">Cause and remedy.</param>
public sealed record Diagnostic(string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}: {Message}");
}
