namespace CorridorSim.Runs.Sweeps;

/// <summary>A lane of a sweep that failed.</summary>
/// <param name="Lane">Number of the lane.</param>
/// <param name="Variant">Its point.</param>
/// <param name="Replicate">Its replicate.</param>
/// <param name="Settings">Values of the factors, by factor.</param>
/// <param name="Where">Country or agreement where it was noticed.</param>
/// <param name="Tick">Tick at which it was noticed.</param>
/// <param name="Reason">What was wrong.</param>
/// <param name="IsLost">True when the lane itself may be sound: its workers were lost, and a resumed sweep tries it again.</param>
public sealed record SweepFailure(
    long Lane, int Variant, int Replicate, IReadOnlyDictionary<string, double> Settings, string Where, int Tick, string Reason,
    bool IsLost = false);
