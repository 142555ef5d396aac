namespace CorridorSim.Fuzzing;

/// <summary>What inputs to one target led to.</summary>
/// <param name="Target">Name of the target.</param>
/// <param name="Inputs">Number of inputs.</param>
/// <param name="Accepted">Inputs that were taken as valid.</param>
/// <param name="Refused">Inputs that were refused with a proper message.</param>
/// <param name="Slowest">The longest that an input took.</param>
/// <param name="Elapsed">Time for all.</param>
/// <param name="Findings">Inputs that were not handled properly.</param>
public sealed record FuzzReport(
    string Target, int Inputs, int Accepted, int Refused, TimeSpan Slowest, TimeSpan Elapsed, IReadOnlyList<FuzzFinding> Findings);
