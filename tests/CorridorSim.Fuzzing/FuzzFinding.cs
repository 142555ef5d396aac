namespace CorridorSim.Fuzzing;

/// <summary>An input that was not taken and not refused properly.</summary>
/// <param name="Target">What it was given to.</param>
/// <param name="Seed">Seed of the input.</param>
/// <param name="Input">The input.</param>
/// <param name="Complaint">What happened.</param>
/// <param name="IsHang">Whether there was no answer.</param>
public sealed record FuzzFinding(string Target, int Seed, string Input, string Complaint, bool IsHang = false);
