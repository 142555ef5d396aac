namespace CorridorSim.Runs.Sweeps;

/// <summary>A sweep cannot be continued because its definition has changed since it began.</summary>
/// <param name="message">What is refused, and the remedy.</param>
/// <param name="differences">What changed, one line each.</param>
public sealed class ResumeRefusedException(string message, IReadOnlyList<string> differences) : Exception(message)
{
    /// <summary>What changed, one line each.</summary>
    public IReadOnlyList<string> Differences { get; } = differences;
}
